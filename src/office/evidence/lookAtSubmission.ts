import type { Transaction } from 'kysely';
import type { Judged, Piece } from '../../core/evidence/evidence.ts';
import { evidenceOutcome } from '../../core/evidence/evidenceOutcome.ts';
import { canBeMended, machineAnswer } from '../../core/evidence/machineAnswer.ts';
import { type MachineStep, machineStep } from '../../core/evidence/machineStep.ts';
import { answeredMail } from '../../core/programme/receivedMail.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { EvidenceJudge } from '../../gather/evidence/evidenceJudge.ts';
import type { Mailing } from '../mailPerson.ts';
import { plainDigest } from '../tasks/plainDigest.ts';
import { replaceWaiting } from '../tasks/replaceWaiting.ts';
import { tellPerson } from '../tellPerson.ts';
import { askAbout } from './askAbout.ts';
import { nonceOf } from './nonceOf.ts';
import { noteLikeness } from './noteLikeness.ts';
import { piecesOf } from './piecesOf.ts';
import { tellLeft } from './tellLeft.ts';

export type Looking = Mailing & Pick<EvidenceJudge, 'judge'>;

/**
 * Looks at a submission as its task's author asks for, once: what holds may pass, what does not goes back with what was seen,
 * all else waits for a mentor. Nothing is done with what a mentor has in hand, or was decided since.
 */
export async function lookAtSubmission(office: Looking, submission: string): Promise<MachineStep | undefined> {
  const { db } = office;
  const row = await db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .innerJoin('person', 'person.id', 'submission.person')
    .innerJoin('term', 'term.id', 'task.term')
    .innerJoin('programme', 'programme.id', 'term.programme')
    .select([
      'task.slug',
      'term.slug as term_slug',
      'programme.slug as programme_slug',
      'submission.task',
      'person.address',
      'submission.person',
      'submission.statement',
      'wants_person',
      'evidence',
      'term',
      'title',
    ])
    .where('submission.id', '=', submission)
    .where('submission.state', '=', 'waiting')
    .where('person.frozen_at', 'is', null)
    .executeTakeFirst();
  if (!row?.evidence) return undefined;
  const { evidence } = row;
  const nonce = await nonceOf(office, row);
  const pieces = await piecesOf(office, { submission, statement: row.statement });
  const answer = await office.judge({ pieces, evidence, nonce, address: row.address ?? undefined });
  const { judged, signs } = answer === 'broken' ? { judged: [tooMuch(pieces)], signs: [] } : answer;
  const isSpotCheck = drawn(office.newId()) < evidence.spotChecks;
  return db.transaction().execute(async (trx) => {
    const held = await trx
      .selectFrom('submission')
      .select(['state', 'taken_until', 'attempt'])
      .where('id', '=', submission)
      .forUpdate()
      .executeTakeFirst();
    const at = office.now();
    const isFree = held?.state === 'waiting' && (held.taken_until === null || held.taken_until <= at);
    if (!held || !isFree) return undefined;
    if (await isLookedAt(trx, submission)) return undefined;
    const isAlike = await noteLikeness(trx, { submission, person: row.person, signs, at });
    const step = machineStep({
      ...{ outcome: evidenceOutcome(judged), rounds: await roundsOf(trx, row), mayPass: evidence.mayPass, isSpotCheck },
      ...{ wantsPerson: row.wants_person, canMend: canBeMended(judged), isAlike },
    });
    await note(trx, { submission, at, judged, step, isSpotCheck });
    if (isAlike) await askAbout(trx, office, { ...row, submission });
    if (step === 'leave') {
      if (!isAlike) await tellLeft(trx, office, { ...row, submission, attempt: held.attempt, judged });
      return step;
    }
    await decide(trx, office, { ...row, submission, attempt: held.attempt, step, judged, at });
    return step;
  });
}

/** From 0 to 1, of an id that nobody guesses. */
const drawn = (id: string): number =>
  Number.parseInt(
    plainDigest(id)
      .replaceAll(/[^0-9a-f]/g, '')
      .slice(0, 8),
    16,
  )
  / 2 ** 32;

const tooMuch = (pieces: readonly Piece[]): Judged => ({
  ...{ kind: 'boot log', piece: pieces.map(({ name }) => name).join(', ') },
  checks: [
    {
      ...{ check: 'looking at it', needed: true, verdict: 'unknown' },
      seen: 'It took longer than is given to one submission: a mentor looks at it.',
    },
  ],
});

const roundsOf = async (
  trx: Transaction<Schema>,
  { task, person }: { readonly task: string; readonly person: string },
): Promise<number> => {
  const { rounds } = await trx
    .selectFrom('machine_look')
    .innerJoin('submission', 'submission.id', 'machine_look.submission')
    .select(({ fn }) => fn.countAll<number>().as('rounds'))
    .where('task', '=', task)
    .where('person', '=', person)
    .where('step', '=', 'hand back')
    .executeTakeFirstOrThrow();
  return Number(rounds);
};

interface Noted {
  readonly submission: string;
  readonly at: Date;
  readonly judged: readonly Judged[];
  readonly step: MachineStep;
  readonly isSpotCheck: boolean;
}

/** Two looks at one wait for each other at the submission's row: whoever comes second finds the first. */
const isLookedAt = async (trx: Transaction<Schema>, submission: string): Promise<boolean> =>
  (await trx.selectFrom('machine_look').select('submission').where('submission', '=', submission).executeTakeFirst())
  !== undefined;

const note = async (trx: Transaction<Schema>, { submission, at, judged, step, isSpotCheck }: Noted): Promise<void> => {
  const outcome = evidenceOutcome(judged);
  await trx
    .insertInto('machine_look')
    .values({ submission, at, outcome, step, spot_check: isSpotCheck, judged: JSON.stringify(judged) })
    .execute();
};

interface Decided extends Omit<Noted, 'isSpotCheck'> {
  readonly task: string;
  readonly person: string;
  readonly term: string;
  readonly title: string;
  readonly attempt: number;
}

async function decide(trx: Transaction<Schema>, office: Looking, given: Decided): Promise<void> {
  const { submission, step, judged, task, person, term, title, attempt, at } = given;
  const outcome = step === 'pass' ? 'accepted' : 'changes requested';
  const answer = step === 'pass' ? '' : machineAnswer(judged);
  await trx
    .updateTable('submission')
    .set({ state: outcome, decided_by: null, decided_at: at, answer, taken_by: null, taken_until: null })
    .where('id', '=', submission)
    .execute();
  if (outcome === 'accepted') await replaceWaiting(trx, { task, person, by: 'machine', at });
  await appendFact(trx, { kind: 'submission-decided', at, by: 'machine', about: submission, outcome });
  const words = answeredMail({ title, attempt, outcome, answer: `${SAID[outcome]}\n\n${answer}`.trim() });
  await tellPerson(trx, office, { person, term, kind: 'submission-answered', about: submission, ...words });
}

const SAID = {
  accepted: 'The machine looked at it: all that the task asks for holds.',
  'changes requested':
    'The machine looked at it, and no person yet. What it did not find is below; it may be wrong. You can also ask for '
    + 'a person’s look.',
} as const;
