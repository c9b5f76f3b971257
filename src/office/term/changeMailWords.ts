import { type MailWords, mailWordsProblems, type WordedMail } from '../../core/programme/mailWords.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused } from '../office.ts';

export type WordsChanged =
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }
  | Refused;

/** Gives a mail of a term words of its own; without `words` it goes back to those that every term has. */
export async function changeMailWords(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly kind: WordedMail; readonly words: MailWords | undefined },
): Promise<WordsChanged> {
  const { term, kind, words } = order;
  const permission = mayDo(who, { do: 'change-term', term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const problems = words ? mailWordsProblems(kind, words) : [];
  if (problems.length > 0) return { kind: 'wrong', problems };
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    if (words) {
      const { subject, text } = words;
      await trx
        .insertInto('mail_words')
        .values({ term, kind, subject, text })
        .onConflict((conflict) => conflict.columns(['term', 'kind']).doUpdateSet({ subject, text }))
        .execute();
    } else {
      await trx.deleteFrom('mail_words').where('term', '=', term).where('kind', '=', kind).execute();
    }
    await appendFact(trx, { kind: 'mail-words-changed', at, by, about: term, term });
    return { kind: 'changed' } as const;
  });
}
