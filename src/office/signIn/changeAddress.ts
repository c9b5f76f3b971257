import { freshSignIn } from '../../core/programme/freshSignIn.ts';
import { signInAddress } from '../../core/programme/signInAddress.ts';
import { signInLimits } from '../../core/programme/tryLimit.ts';
import { evenly } from '../../edge/signIn/evenly.ts';
import type { SignInDesk, Wait } from './signInDesk.ts';
import type { Visitor } from './visitorOf.ts';

export type AddressAsked =
  | { readonly kind: 'asked' | 'no address' | 'the same' | 'use your passkey' | 'sign in again' }
  | Wait;

/** Sends a link to the new address and a word to the old one. Whether the new one is somebody's is not said. */
export const askForAddress = async (
  desk: SignInDesk,
  visitor: Visitor,
  { typed, half, headers }: { readonly typed: string; readonly half: string; readonly headers: Headers },
): Promise<AddressAsked> => {
  const { signIn } = desk;
  const { person } = visitor;
  if (visitor.step !== 'in') return { kind: 'use your passkey' };
  if (!freshSignIn(visitor.since, desk.now())) return { kind: 'sign in again' };
  const address = signInAddress(typed);
  if (address === undefined) return { kind: 'no address' };
  if (address === visitor.address) return { kind: 'the same' };
  const seconds = await signIn.takeTry([
    { what: 'new address of', whose: person, limit: signInLimits.newAddressOfAccount },
    { what: 'new address', whose: address, limit: signInLimits.newAddress },
  ]);
  if (seconds > 0) return { kind: 'wait', seconds };
  await desk.noteEvent(person, 'new address asked for', headers);
  await evenly(async () => {
    await desk.sendNotice({ kind: 'new address asked for', address: visitor.address, person });
    if ((await signIn.personAt(address)) !== undefined) return;
    const mailed = await signIn.makeAddressLink(person, address, half);
    const url = `${signIn.address}/me/address/link?half=${mailed}`;
    await desk.sendLink({ purpose: 'new address', address, person, url });
  }, desk.evenMs);
  return { kind: 'asked' };
};

/** The address is changed once its link came back, and every other session ends. */
export const changeAddress = async (
  { signIn, sendNotice, noteEvent }: Pick<SignInDesk, 'signIn' | 'sendNotice' | 'noteEvent'>,
  { id, person, address: former, step }: Visitor,
  { mailed, half, headers }: { readonly mailed: string; readonly half: string; readonly headers: Headers },
): Promise<'changed' | 'not good' | 'use your passkey'> => {
  if (step !== 'in') return 'use your passkey';
  const address = await signIn.useAddressLink(person, mailed, half);
  if (address === undefined || !(await signIn.setAddress(person, address))) return 'not good';
  await signIn.endSessions(person, id);
  await noteEvent(person, 'address changed', headers);
  await sendNotice({ kind: 'address changed', address: former, person });
  return 'changed';
};
