import type { SignInStep } from '../../../core/programme/signInStep.ts';
import { withTo } from '../sign/ownPath.ts';

const NEXT = { 'register a passkey': '/me/passkeys/new', 'use your passkey': '/sign-in/passkey' } as const;

/** The page of what stands before the programme, with the page that one wants afterwards. */
export const wayIn = (step: Exclude<SignInStep, 'in'>, to: string): string => withTo(NEXT[step], to);

/** Pages of coming in and going out, and what anybody may read: nothing stands before these. */
export const isBeforeIn = (path: string): boolean =>
  /^\/(?:sign-in|sign-out|me\/passkeys|me\/sessions|assets|privacy)(?:\/|$)/.test(path);
