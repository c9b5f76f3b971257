import { freshSignIn } from '../../core/programme/freshSignIn.ts';
import type { SignInDesk } from './signInDesk.ts';
import type { Visitor } from './visitorOf.ts';

export type MayAdd = 'yes' | 'use your passkey' | 'sign in again';

/** A link adds a passkey only for those whom a link lets in, or who have none yet; and only just after it was used. */
export const mayAddPasskey = ({ now }: Pick<SignInDesk, 'now'>, { step, since }: Visitor): MayAdd => {
  if (step === 'use your passkey') return step;
  return freshSignIn(since, now()) ? 'yes' : 'sign in again';
};

export interface NewPasskey {
  /** What the browser made, as JSON. */
  readonly answer: string;
  readonly half: string;
  readonly name: string;
  readonly headers: Headers;
}

export type AddedPasskey =
  | { readonly kind: 'added'; readonly setCookies: readonly string[] }
  | { readonly kind: 'not good' | 'use your passkey' | 'sign in again' };

/** Adds a passkey. Who came by a link is signed in by it from now on; the person is told by mail. */
export const addPasskey = async (
  desk: Pick<SignInDesk, 'signIn' | 'now' | 'sendNotice' | 'noteEvent'>,
  visitor: Visitor,
  { answer, half, name, headers }: NewPasskey,
): Promise<AddedPasskey> => {
  const may = mayAddPasskey(desk, visitor);
  if (may !== 'yes') return { kind: may };
  const { signIn } = desk;
  const { person, address, level } = visitor;
  const passkey = await signIn.addPasskey(person, half, answer, passkeyName(name));
  if (passkey === undefined) return { kind: 'not good' };
  await desk.noteEvent(person, 'passkey added', headers);
  await desk.sendNotice({ kind: 'passkey added', address, person });
  if (level === 'passkey') return { kind: 'added', setCookies: [] };
  const { setCookies } = await signIn.beginWithPasskey(person, passkey, headers);
  await signIn.endSession(person, visitor.id);
  return { kind: 'added', setCookies };
};

const LONGEST_NAME = 60;

export const passkeyName = (typed: string): string => typed.trim().slice(0, LONGEST_NAME) || 'A passkey';
