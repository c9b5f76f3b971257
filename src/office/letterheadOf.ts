import type { Letterhead } from '../core/programme/mail/letter.ts';
import type { Office } from './office.ts';

/** What stands around every mail of ours to a person. */
export const letterheadOf = (
  { address }: Pick<Office, 'address'>,
  programme: string,
  person: { readonly name: string; readonly zone: string },
  now: Date,
): Letterhead => ({ programme, name: person.name, zone: person.zone, wishesAt: `${address}/me/mails`, now });
