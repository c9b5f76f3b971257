import { isRefusable, type MailWish, mailKinds, type PersonMailKind } from '../core/programme/mail/mailKind.ts';
import type { MailOffice, Trx } from './mailOffice.ts';

/** Which mails a person has said they want; those that cannot be refused are in the list as such. */
export const mailWishes = async (
  { db }: Pick<MailOffice, 'db'>,
  person: string,
): Promise<readonly { readonly kind: PersonMailKind; readonly wish: MailWish; readonly isRefusable: boolean }[]> => {
  const rows = await db.selectFrom('mail_wish').select(['kind', 'wish']).where('person', '=', person).execute();
  const said = new Map(rows.map(({ kind, wish }) => [kind, wish]));
  return mailKinds.map((kind) => ({ kind, wish: said.get(kind) ?? 'wanted', isRefusable: isRefusable(kind) }));
};

export type WishAnswer = { readonly kind: 'kept' } | { readonly kind: 'refused'; readonly because: string };

/** Keeps a wish. It counts for mails that are put from now on. */
export const setMailWish = async (
  trx: Trx,
  { now }: Pick<MailOffice, 'now'>,
  { person, kind, wish }: { readonly person: string; readonly kind: PersonMailKind; readonly wish: MailWish },
): Promise<WishAnswer> => {
  if (!isRefusable(kind)) return { kind: 'refused', because: 'mails of this kind are sent always, each by itself' };
  const set_at = now();
  await trx
    .insertInto('mail_wish')
    .values({ person, kind, wish, set_at })
    .onConflict((conflict) => conflict.columns(['person', 'kind']).doUpdateSet({ wish, set_at }))
    .execute();
  return { kind: 'kept' };
};
