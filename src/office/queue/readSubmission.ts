import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Outcome } from '../../core/programme/submissionState.ts';
import type { Office } from '../office.ts';
import { chosenBy } from '../subsystems/listChosen.ts';
import { type OwnStanding, standingsOf } from '../tasks/standingsOf.ts';
import { asked, submissionOf, type Waiting } from './submissionOf.ts';

export interface FileOf {
  readonly submission: string;
  readonly ordinal: number;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface EarlierVerdict {
  readonly submission: string;
  readonly outcome: Outcome;
  readonly answer: string;
  readonly decidedAt: Date;
}

/** All that a mentor needs on one screen. */
export interface ReadSubmission {
  readonly submission: Waiting;
  readonly name: string;
  readonly until: Date | null;
  readonly holderName: string | null;
  readonly decidedByName: string | null;
  /** Of the task; Markdown. */
  readonly words: string;
  /** With all attempts of the person at this task. */
  readonly standing: OwnStanding;
  /** Of all attempts. */
  readonly files: readonly FileOf[];
  readonly earlier: readonly EarlierVerdict[];
  /** Where the person wants to work; nothing for whoever is no mentee. */
  readonly subsystems: readonly string[];
}

/** One submission with what belongs to it; undefined for whoever may not read it. */
export async function readSubmission(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly submission: string },
): Promise<ReadSubmission | undefined> {
  const { db } = office;
  const submission = await submissionOf(office, order.submission);
  if (!submission || submission.term !== order.term) return undefined;
  if (submission.isFrozen && who.id !== submission.person) return undefined;
  if (!mayDo(who, { do: 'read-submission', submission: asked(submission) }).may) return undefined;
  const [standings, names, files, earlier, subsystems] = await Promise.all([
    standingsOf(office, submission.term, submission.person),
    db
      .selectFrom('submission')
      .innerJoin('person', 'person.id', 'submission.person')
      .innerJoin('task', 'task.id', 'submission.task')
      .leftJoin('person as mentor', 'mentor.id', 'taken_by')
      .leftJoin('person as judge', 'judge.id', 'decided_by')
      .select(['person.name', 'mentor.name as mentor', 'judge.name as judge', 'taken_until', 'words'])
      .where('submission.id', '=', submission.id)
      .executeTakeFirstOrThrow(),
    filesOf(db, submission),
    earlierOf(db, submission),
    chosenBy(db, submission),
  ]);
  const standing = standings.find(({ facts }) => facts.task.id === submission.task);
  if (!standing) return undefined;
  return {
    ...{ submission, standing, files, earlier, subsystems, name: names.name, words: names.words },
    ...{ until: names.taken_until, holderName: names.mentor, decidedByName: names.judge },
  };
}

/** Names and sizes of what came with all attempts of one person at one task. */
export const filesOf = (db: Office['db'], { task, person }: Pick<Waiting, 'task' | 'person'>): Promise<FileOf[]> =>
  db
    .selectFrom('submission_file')
    .innerJoin('submission', 'submission.id', 'submission_file.submission')
    .select(['submission', 'ordinal', 'name', 'size', 'sha256'])
    .where('task', '=', task)
    .where('person', '=', person)
    .orderBy('attempt')
    .orderBy('ordinal')
    .execute();

/** What was said of them before another mentor decided otherwise. */
export const earlierOf = async (
  db: Office['db'],
  { task, person }: Pick<Waiting, 'task' | 'person'>,
): Promise<EarlierVerdict[]> => {
  const rows = await db
    .selectFrom('earlier_verdict')
    .innerJoin('submission', 'submission.id', 'earlier_verdict.submission')
    .select(['submission', 'outcome', 'earlier_verdict.answer', 'earlier_verdict.decided_at'])
    .where('task', '=', task)
    .where('person', '=', person)
    .orderBy('earlier_verdict.decided_at')
    .execute();
  return rows.map(({ decided_at, ...row }) => ({ ...row, decidedAt: decided_at }));
};

/** The bytes of one file; undefined for whoever may not read its submission. */
export async function readFile(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly submission: string; readonly ordinal: number },
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const submission = await submissionOf(office, order.submission);
  if (!submission || submission.term !== order.term) return undefined;
  if (submission.isFrozen && who.id !== submission.person) return undefined;
  if (!mayDo(who, { do: 'read-submission', submission: asked(submission) }).may) return undefined;
  return office.db
    .selectFrom('submission_file')
    .select(['name', 'bytes'])
    .where('submission', '=', submission.id)
    .where('ordinal', '=', order.ordinal)
    .executeTakeFirst();
}
