import type { MachineStep } from '../../src/core/evidence/machineStep.ts';
import type { ApplicationState } from '../../src/core/programme/applicationState.ts';
import { replayStates } from '../../src/core/programme/replayStates.ts';
import type { SubmissionState } from '../../src/core/programme/submissionState.ts';
import { verifyChain } from '../../src/edge/db/verifyChain.ts';
import type { Office } from '../../src/office/office.ts';

export interface TermCounts {
  readonly facts: number;
  readonly applications: number;
  readonly decisions: number;
  readonly submissions: number;
  readonly mails: number;
  /** What the machine did with submissions that it looked at. */
  readonly byMachine: Readonly<Record<MachineStep, number>>;
  /** What is not as it must be; none when all is well. */
  readonly problems: readonly string[];
}

/** Whether nothing was decided twice, everything acknowledged, and every state follows from the log. */
export async function termProblems({ db }: Pick<Office, 'db'>): Promise<TermCounts> {
  const problems: string[] = [];
  const chain = await verifyChain(db);
  if (chain.kind !== 'holds') problems.push(`the chain breaks: ${JSON.stringify(chain)}`);
  const facts = await db.selectFrom('decision').select(['by', 'kind', 'about', 'body']).orderBy('seq').execute();
  const decided = facts.filter(({ kind }) => kind === 'application-decided' || kind === 'submission-decided');
  for (const [about, several] of Map.groupBy(decided, ({ about: id }) => id)) {
    if (several.length > 1 && several[0]?.kind === 'submission-decided') problems.push(`${about} was decided twice`);
    // From the waiting list one may be accepted or declined: that is a second decision, and another.
    if (new Set(several.map(({ body }) => JSON.stringify(body))).size < several.length)
      problems.push(`${about}: twice`);
  }
  const replayed = replayStates(facts);
  const applications = await db.selectFrom('application').select(['id', 'state']).execute();
  const submissions = await db.selectFrom('submission').select(['id', 'state']).execute();
  problems.push(...otherThan<ApplicationState>('application', applications, replayed.applications));
  problems.push(...otherThan<SubmissionState>('submission', submissions, replayed.submissions));
  const mails = await db.selectFrom('outbox').select(['put_key']).execute();
  const keys = new Set(mails.map(({ put_key: key }) => key));
  if (keys.size !== mails.length) problems.push('a mail was put twice');
  for (const { id } of submissions) {
    if (!keys.has(`submission-received:${id}`)) problems.push(`submission ${id} was not acknowledged`);
  }
  for (const { id, state } of applications) {
    const wasSent = facts.some(({ kind, about }) => kind === 'application-sent' && about === id);
    if (wasSent && !keys.has(`application:${id}`)) problems.push(`application ${id} (${state}) was not acknowledged`);
  }
  const looks = await db
    .selectFrom('machine_look')
    .select(({ fn }) => ['step', fn.countAll<string>().as('count')])
    .groupBy('step')
    .execute();
  const byMachine = { pass: 0, 'hand back': 0, leave: 0 };
  for (const { step, count } of looks) byMachine[step] = Number(count);
  const decidedByIt = decided.filter(({ by }) => by === 'machine').length;
  if (decidedByIt !== byMachine.pass + byMachine['hand back']) {
    problems.push(`the machine decided ${decidedByIt} times, and its looks say ${JSON.stringify(byMachine)}`);
  }
  return {
    byMachine,
    ...{ facts: facts.length, applications: applications.length, decisions: decided.length },
    ...{ submissions: submissions.length, mails: mails.length, problems },
  };
}

const otherThan = <State extends string>(
  what: string,
  rows: readonly { readonly id: string; readonly state: State }[],
  replayed: ReadonlyMap<string, State>,
): string[] => [
  ...rows.flatMap(({ id, state }) =>
    replayed.get(id) === state ? [] : [`${what} ${id} is ${state}, and by the log ${replayed.get(id) ?? 'not there'}`],
  ),
  ...(replayed.size === rows.length ? [] : [`the log knows ${replayed.size} of ${rows.length} ${what}s`]),
];
