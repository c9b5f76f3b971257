import type { Transaction } from 'kysely';
import { handIn } from '../../core/programme/handIn.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { WaitingTime } from '../../core/programme/queue.ts';
import { receivedMail } from '../../core/programme/receivedMail.ts';
import type { Asker } from '../../core/programme/role.ts';
import { saltedDigest } from '../../core/programme/saltedDigest.ts';
import { type SentFile, submissionProblem, type Via } from '../../core/programme/submissionState.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { beforeIt, waitingIn } from '../queue/waitingIn.ts';
import { tellPerson } from '../tellPerson.ts';
import { readTerm } from '../term/readTerms.ts';
import { keptName, keptText } from './keptText.ts';
import { plainDigest } from './plainDigest.ts';
import { replaceWaiting } from './replaceWaiting.ts';
import { type OwnStanding, standingsOf } from './standingsOf.ts';

export interface SubmissionOrder {
  readonly term: string;
  /** The task's id. */
  readonly task: string;
  readonly via: Via;
  /** The sender's own: the same one twice is one submission. */
  readonly key: string;
  readonly statement: string;
  readonly files: readonly SentFile[];
  /** They ask for a person's look at once. */
  readonly wantsPerson?: boolean;
}

export interface Received {
  readonly kind: 'received';
  readonly id: string;
  readonly attempt: number;
  readonly at: Date;
  readonly late: boolean;
  /** How many that came earlier still wait. */
  readonly before: number;
  readonly waiting: WaitingTime;
}

type Host = Mailing;

/** Keeps what somebody hands in for a task, and says where it stands in line. An attempt that nobody looked at gives way. */
export async function submitTask(office: Host, who: Asker, order: SubmissionOrder): Promise<Received | Refused> {
  const { id: person } = who;
  if (person === undefined) return refused('Sign in first.');
  const waiting = await waitingIn(office, order.term);
  return office.db.transaction().execute(async (trx) => submitIn(trx, office, who, { ...order, person, waiting }));
}

/** The same within a transaction that has begun: what came by mail is kept with what became of the mail. */
export async function submitIn(
  trx: Transaction<Schema>,
  office: Host,
  who: Asker,
  order: SubmissionOrder & { readonly person: string; readonly waiting: WaitingTime },
): Promise<Received | Refused> {
  const { person, waiting } = order;
  const sent = {
    statement: keptText(order.statement),
    files: order.files.map(({ name, bytes }) => ({ name: keptName(name), bytes })),
  };
  // One at a time for a person: attempts are counted while nobody adds another.
  await trx.selectFrom('person').select('id').where('id', '=', person).forNoKeyUpdate().execute();
  const there = await sameKey(trx, person, order);
  if (there) return { ...there, kind: 'received', before: await beforeIt(trx, order.term, there.at), waiting };
  const standings = await standingsOf({ ...office, db: trx }, order.term, person);
  const standing = standings.find(({ facts }) => facts.task.id === order.task);
  if (!standing) return refused('There is no such task for you.');
  const at = office.now();
  const decided = await mayHandIn({ ...office, db: trx }, who, standing, at);
  if (decided.kind === 'refused') return decided;
  const problem = submissionProblem(sent);
  if (problem) return refused(problem);

  const kept = { ...sent, id: office.newId(), attempt: standing.facts.attempts.length + 1, late: decided.late, at };
  // What waits unread gives way; what a mentor is reading stays, and is answered too.
  await replaceWaiting(trx, { task: order.task, person, by: person, at, unread: true });
  await keep(trx, office, person, kept, order);
  const before = await beforeIt(trx, order.term, at);
  const { title } = standing.facts.task;
  const words = receivedMail({ ...kept, title, before, waiting, files: sent.files.map(({ name }) => name) });
  await tellPerson(trx, office, { person, term: order.term, kind: 'submission-received', about: kept.id, ...words });
  return { kind: 'received', id: kept.id, attempt: kept.attempt, at, late: kept.late, before, waiting };
}

async function sameKey(trx: Transaction<Schema>, person: string, { task, key }: SubmissionOrder) {
  const row = await trx
    .selectFrom('submission')
    .select(['id', 'attempt', 'received_at', 'late'])
    .where('task', '=', task)
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { id: row.id, attempt: row.attempt, at: row.received_at, late: row.late };
}

async function mayHandIn(office: Pick<Office, 'db'>, who: Asker, { facts, state, deadline }: OwnStanding, at: Date) {
  const { term: termId } = facts.task;
  const asked = { term: termId, owner: who.id ?? '', isReleased: state !== 'not released' };
  const permission = mayDo(who, { do: 'submit', ...asked });
  if (!permission.may) return forbidden(permission);
  const term = await readTerm(office, termId);
  if (!term) return refused('There is no such term.');
  if (!(await isGiven(office, facts.task.id))) return refused(RETIRED);
  if (state === 'accepted') return refused('It is accepted: there is nothing more to hand in.');
  const isMentee = who.roles.get(termId)?.has('mentee') === true;
  return handIn({ ...term, isMentee, deadline, isExtended: facts.extendedUntil !== undefined }, at);
}

/** Said by the page, too. */
export const RETIRED = 'This task is not given out any more.';

/** Held until this is over, so that nobody takes the task out of the term meanwhile. */
const isGiven = async ({ db }: Pick<Office, 'db'>, task: string): Promise<boolean> =>
  (await db
    .selectFrom('task')
    .select('id')
    .where('id', '=', task)
    .where('retired_at', 'is', null)
    .forShare()
    .executeTakeFirst()) !== undefined;

interface Kept {
  readonly id: string;
  readonly attempt: number;
  readonly late: boolean;
  readonly at: Date;
  readonly statement: string;
  readonly files: readonly SentFile[];
}

async function keep(
  trx: Transaction<Schema>,
  office: Pick<Office, 'newId'>,
  person: string,
  { id, attempt, late, at, statement, files }: Kept,
  { task, via, key, wantsPerson = false }: SubmissionOrder,
): Promise<void> {
  // Of ids that nobody guesses: 32 bytes, as digests want them.
  const salt = plainDigest(`${office.newId()} ${office.newId()}`);
  await trx
    .insertInto('submission')
    .values({
      ...{ id, task, person, attempt, statement, via, received_at: at, late, state: 'waiting', key, salt },
      ...{ taken_by: null, taken_until: null, decided_by: null, decided_at: null, answer: '', override_reason: null },
      wants_person: wantsPerson,
    })
    .execute();
  for (const [ordinal, { name, bytes }] of files.entries()) {
    await trx
      .insertInto('submission_file')
      .values({
        submission: id,
        ordinal,
        name,
        size: bytes.length,
        sha256: plainDigest(bytes),
        bytes: Buffer.from(bytes),
      })
      .execute();
  }
  const digests = [saltedDigest(salt, statement), ...files.map(({ bytes }) => saltedDigest(salt, plainDigest(bytes)))];
  await appendFact(trx, { kind: 'submitted', at, by: person, about: id, task, attempt, via, digests });
}
