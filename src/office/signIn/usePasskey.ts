import { networkOf } from '../../core/programme/networkOf.ts';
import { signInLimits } from '../../core/programme/tryLimit.ts';
import type { SignInDesk, Wait } from './signInDesk.ts';
import type { CameIn } from './useLink.ts';

/** A challenge for any passkey that the browser has for us. */
export const askForPasskey = async (
  { signIn }: Pick<SignInDesk, 'signIn'>,
  { half, peer }: { readonly half: string; readonly peer: string },
): Promise<Wait | { readonly kind: 'asked'; readonly options: unknown }> => {
  const limit = signInLimits.passkeyFromNetwork;
  const seconds = await signIn.takeTry([{ what: 'passkey from', whose: networkOf(peer), limit }]);
  return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'asked', options: await signIn.requestOptions(half) };
};

export interface Answered {
  /** What the passkey said, as JSON. */
  readonly answer: string;
  readonly half: string;
  readonly headers: Headers;
}

/** Signs in whoever's passkey answered. The session that this browser had ends. */
export const usePasskey = async (
  { signIn, noteEvent }: Pick<SignInDesk, 'signIn' | 'noteEvent'>,
  { answer, half, headers }: Answered,
): Promise<CameIn> => {
  const known = await signIn.checkPasskey(half, answer);
  if (!known) return { kind: 'not good' };
  const limit = signInLimits.passkeyOfAccount;
  const seconds = await signIn.takeTry([{ what: 'passkey of', whose: known.person, limit }]);
  if (seconds > 0) return { kind: 'wait', seconds };
  const former = await signIn.sessionOf({ headers });
  const begun = await signIn.beginWithPasskey(known.person, known.id, headers);
  await noteEvent(known.person, 'signed in by a passkey', headers);
  if (former) await signIn.endSession(former.person, former.id);
  return { kind: 'in', step: 'in', setCookies: begun.setCookies };
};
