import { passkeyRoles } from '../../core/programme/role.ts';
import type { SignInDesk } from './signInDesk.ts';
import type { Visitor } from './visitorOf.ts';

export type RemovedPasskey = 'removed' | 'none of yours' | 'your last one' | 'use your passkey';

/** Takes a passkey away, with the sessions that it began. Who must have one keeps the last. */
export const removePasskey = async (
  { signIn, rolesOf, sendNotice, noteEvent }: Pick<SignInDesk, 'signIn' | 'rolesOf' | 'sendNotice' | 'noteEvent'>,
  { person, address, step }: Visitor,
  { id, headers }: { readonly id: string; readonly headers: Headers },
): Promise<RemovedPasskey> => {
  if (step !== 'in') return 'use your passkey';
  const passkeys = await signIn.listPasskeys(person);
  const mustHave = (await rolesOf(person)).some((role) => passkeyRoles.has(role));
  if (mustHave && passkeys.length < 2) return 'your last one';
  if (!(await signIn.removePasskey(person, id))) return 'none of yours';
  await noteEvent(person, 'passkey removed', headers);
  await sendNotice({ kind: 'passkey removed', address, person });
  return 'removed';
};
