import { networkOf } from '../../core/programme/networkOf.ts';
import { signInAddress } from '../../core/programme/signInAddress.ts';
import { signInLimits } from '../../core/programme/tryLimit.ts';
import { evenly } from '../../edge/signIn/evenly.ts';
import type { SignInDesk, Wait } from './signInDesk.ts';

export interface LinkOrder {
  /** As it was typed. */
  readonly typed: string;
  /** What only the asking browser has. */
  readonly half: string;
  readonly peer: string;
  /** The page of ours that one wanted. */
  readonly to: string;
  readonly headers: Headers;
}

export type Asked = { readonly kind: 'asked' } | { readonly kind: 'no address' } | Wait;

/**
 * A link for whoever may have one. Whether there was one is not said, and not to be seen: the answer and its time are the
 * same.
 */
export const askForLink = async (desk: SignInDesk, { typed, half, peer, to, headers }: LinkOrder): Promise<Asked> => {
  const address = signInAddress(typed);
  if (address === undefined) return { kind: 'no address' };
  const { signIn } = desk;
  const seconds = await signIn.takeTry([
    { what: 'link to', whose: address, limit: signInLimits.linkToAddress },
    { what: 'link from', whose: networkOf(peer), limit: signInLimits.linkFromNetwork },
  ]);
  if (seconds > 0) return { kind: 'wait', seconds };
  await evenly(async () => {
    const person = await signIn.personAt(address);
    const mayStart = await desk.mayStart(address);
    if (person === undefined && !mayStart) return;
    if (person !== undefined) await desk.noteEvent(person, 'link asked for', headers);
    const mailed = await signIn.makeLink(address, half);
    const words = new URLSearchParams({ half: mailed, ...(to !== '/' && { to }) });
    await desk.sendLink({ purpose: 'sign in', address, person, url: `${signIn.address}/sign-in/link?${words}` });
  }, desk.evenMs);
  return { kind: 'asked' };
};
