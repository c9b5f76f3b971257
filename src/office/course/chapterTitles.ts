import type { Office } from '../office.ts';

/** The chapters of a term's course; they are no secret of anybody. */
export async function chapterTitles(
  { db }: Pick<Office, 'db'>,
  order: { readonly term: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('course_chapter')
    .select('title')
    .where('term', '=', order.term)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ title }) => title);
}
