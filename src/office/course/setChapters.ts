import type { Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';

const MOST = 100;
const TITLE = 200;

/** The chapters of a term's course, a title each. Notes stay with the place of a chapter; one with notes does not go. */
export async function setChapters(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: { readonly term: string; readonly titles: readonly string[] },
): Promise<{ readonly kind: 'set' } | Refused> {
  const permission = mayDo(who, { do: 'change-tasks', term: order.term });
  if (!permission.may) return forbidden(permission);
  const titles = order.titles.map((title) => keptText(title).trim()).filter((title) => title !== '');
  if (titles.length > MOST) return refused(`A course has at most ${MOST} chapters.`);
  if (titles.some((title) => title.length > TITLE)) return refused(`A title has at most ${TITLE} characters.`);
  return office.db.transaction().execute(async (trx) => {
    await trx.selectFrom('term').select('id').where('id', '=', order.term).forNoKeyUpdate().execute();
    const surplus = trx
      .selectFrom('course_chapter')
      .select('id')
      .where('term', '=', order.term)
      .where('ordinal', '>', titles.length);
    const noted = await trx.selectFrom('course_progress').select('chapter').where('chapter', 'in', surplus).execute();
    if (noted.length > 0) return refused('A chapter that would go has notes of people: give it another title instead.');
    await trx.deleteFrom('course_chapter').where('id', 'in', surplus).execute();
    await putChapters(trx, office, order.term, titles);
    await appendFact(trx, {
      kind: 'course-changed',
      at: office.now(),
      by: who.id ?? '',
      about: order.term,
      term: order.term,
    });
    return { kind: 'set' } as const;
  });
}

/** Asks nobody's permission: for verbs that have. */
export async function putChapters(
  trx: Transaction<Schema>,
  office: Pick<Office, 'newId'>,
  term: string,
  titles: readonly string[],
): Promise<void> {
  for (const [index, title] of titles.entries()) {
    await trx
      .insertInto('course_chapter')
      .values({ id: office.newId(), term, ordinal: index + 1, title })
      .onConflict((conflict) => conflict.columns(['term', 'ordinal']).doUpdateSet({ title }))
      .execute();
  }
}
