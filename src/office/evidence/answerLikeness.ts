import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

/** What fits on a mentor's screen beside the two pieces. */
export const LONGEST_ANSWER = 2000;

/**
 * Keeps what somebody says of a likeness that they were asked about, as the mentors will read it. False where there is none of
 * theirs to answer, or where the words are none.
 */
export async function answerLikeness(
  { db, now }: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { submission, answer }: { readonly submission: string; readonly answer: string },
): Promise<boolean> {
  const words = answer.trim();
  if (who.id === undefined || words === '' || words.length > LONGEST_ANSWER) return false;
  const theirs = await db
    .selectFrom('likeness')
    .innerJoin('submission', 'submission.id', 'likeness.submission')
    .select('submission.id')
    .where('submission.id', '=', submission)
    .where('submission.person', '=', who.id)
    .executeTakeFirst();
  if (!theirs) return false;
  const kept = await db
    .updateTable('machine_look')
    .set({ alike_answer: words, alike_answered_at: now() })
    .where('submission', '=', submission)
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}
