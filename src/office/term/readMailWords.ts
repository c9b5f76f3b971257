import type { MailWords, WordedMail } from '../../core/programme/mailWords.ts';
import type { Office } from '../office.ts';

/** The mails of a term that have words of its organisers. */
export async function readMailWords(
  { db }: Pick<Office, 'db'>,
  term: string,
): Promise<ReadonlyMap<WordedMail, MailWords>> {
  const rows = await db.selectFrom('mail_words').select(['kind', 'subject', 'text']).where('term', '=', term).execute();
  return new Map(rows.map(({ kind, subject, text }) => [kind, { subject, text }]));
}
