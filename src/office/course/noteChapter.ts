import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';

const NOTE_LIMIT = 20_000;

/** Keeps where somebody is in a chapter, and their note. When it was done first stays. */
export async function noteChapter(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly chapter: string; readonly isDone: boolean; readonly note: string },
): Promise<{ readonly kind: 'noted' } | Refused> {
  const permission = mayDo(who, { do: 'follow-course', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  if (order.note.length > NOTE_LIMIT) return refused(`A note has at most ${NOTE_LIMIT} characters.`);
  const person = who.id;
  const chapter = await office.db
    .selectFrom('course_chapter')
    .select('id')
    .where('id', '=', order.chapter)
    .where('term', '=', order.term)
    .executeTakeFirst();
  if (!chapter) return refused('The course has no such chapter.');
  const note = keptText(order.note);
  const done_at = order.isDone ? office.now() : null;
  await office.db
    .insertInto('course_progress')
    .values({ chapter: chapter.id, person, done_at, note })
    .onConflict((conflict) =>
      conflict.columns(['chapter', 'person']).doUpdateSet(({ fn, ref }) => ({
        note,
        done_at: done_at === null ? null : fn.coalesce(ref('course_progress.done_at'), ref('excluded.done_at')),
      })),
    )
    .execute();
  return { kind: 'noted' };
}
