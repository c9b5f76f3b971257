import { networkOf } from '../../core/programme/networkOf.ts';
import type { SignInStep } from '../../core/programme/signInStep.ts';
import { signInLimits } from '../../core/programme/tryLimit.ts';
import type { SignInDesk, Wait } from './signInDesk.ts';
import { stepOf } from './visitorOf.ts';

export interface Brought {
  /** The mailed half. */
  readonly mailed: string;
  /** The browser's. */
  readonly half: string;
  readonly peer: string;
  readonly headers: Headers;
}

export type CameIn =
  | { readonly kind: 'in'; readonly step: SignInStep; readonly setCookies: readonly string[] }
  | { readonly kind: 'not good' }
  | Wait;

/** Signs in whoever brings both halves of a link. The session that this browser had ends. */
export const useLink = async (desk: SignInDesk, { mailed, half, peer, headers }: Brought): Promise<CameIn> => {
  const { signIn } = desk;
  const limit = signInLimits.linkUsedFromNetwork;
  const seconds = await signIn.takeTry([{ what: 'link used from', whose: networkOf(peer), limit }]);
  if (seconds > 0) return { kind: 'wait', seconds };
  const former = await signIn.sessionOf({ headers });
  const begun = await signIn.useLink(mailed, half, headers);
  if (!begun) return { kind: 'not good' };
  await desk.noteEvent(begun.person, 'signed in by a link', headers);
  if (former) await signIn.endSession(former.person, former.id);
  const step = await stepOf(desk, { person: begun.person, level: 'link' });
  return { kind: 'in', step, setCookies: begun.setCookies };
};
