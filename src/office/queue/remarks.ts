import type { Selectable } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { ANSWER_LIMIT } from '../../core/programme/verdictProblem.ts';
import type { RemarkTable } from '../../edge/db/tables/taskTables.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';

export type Remark = Selectable<RemarkTable>;

const TITLE = 100;

/** Keeps words that were said once, for all mentors of the term to say again. The same title again replaces them. */
export async function keepRemark(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: { readonly term: string; readonly title: string; readonly text: string },
): Promise<{ readonly kind: 'kept' } | Refused> {
  const permission = mayDo(who, { do: 'read-queue', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const title = keptText(order.title).trim();
  const text = keptText(order.text);
  if (title === '' || title.length > TITLE) return refused(`Give it a name of at most ${TITLE} characters.`);
  if (text.trim() === '' || text.length > ANSWER_LIMIT) return refused('There are no words to keep, or too many.');
  const by = who.id;
  await office.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('remark')
      .where('term', '=', order.term)
      .where('title', '=', title)
      .where('by', '=', by)
      .execute();
    await trx
      .insertInto('remark')
      .values({ id: office.newId(), term: order.term, by, title, text, at: office.now() })
      .execute();
  });
  return { kind: 'kept' };
}

/** The remarks kept in a term, by name; none for whoever is no mentor there. */
export async function readRemarks(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly Remark[]> {
  if (!mayDo(who, { do: 'read-queue', term: order.term }).may) return [];
  return db
    .selectFrom('remark')
    .selectAll()
    .where('term', '=', order.term)
    .orderBy('title')
    .orderBy('at')
    .limit(200)
    .execute();
}
