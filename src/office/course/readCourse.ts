import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

export interface Chapter {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  readonly doneAt: Date | null;
  /** The person's own; nobody else reads it. */
  readonly note: string;
}

/** The course's chapters with the asker's own progress and notes; undefined for whoever does not take part. */
export async function readCourse(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly Chapter[] | undefined> {
  const { id: person } = who;
  if (person === undefined || !mayDo(who, { do: 'follow-course', term: order.term }).may) return undefined;
  const rows = await db
    .selectFrom('course_chapter')
    .leftJoin('course_progress', (join) =>
      join.onRef('chapter', '=', 'course_chapter.id').on('course_progress.person', '=', person),
    )
    .select(['course_chapter.id', 'ordinal', 'title', 'done_at', 'note'])
    .where('term', '=', order.term)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ id, ordinal, title, done_at, note }) => ({
    id,
    ordinal,
    title,
    doneAt: done_at,
    note: note ?? '',
  }));
}
