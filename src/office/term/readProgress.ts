import type { Selectable } from 'kysely';
import { isOpen } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { type Load, type Stuck, stuckPeople, type Walk } from '../../core/programme/stuckPeople.ts';
import { openTasks, type TaskState, taskStandings } from '../../core/programme/task.ts';
import type { SubmissionTable, TaskTable } from '../../edge/db/tables/taskTables.ts';
import { type Places, readPlaces } from '../decide/readPlaces.ts';
import type { Office } from '../office.ts';
import { loads } from '../review/assignReviewers.ts';

export interface TaskCount {
  readonly title: string;
  readonly counts: ReadonlyMap<TaskState, number>;
}

export interface Progress {
  readonly places: Places;
  /** In the order of the tasks; of those that are for all. */
  readonly tasks: readonly TaskCount[];
  readonly stuck: readonly Stuck[];
  /** The oldest submission that waits for a mentor, and how many do. */
  readonly waiting: { readonly count: number; readonly oldest: Date | undefined };
  readonly team: readonly Load[];
}

/** Where everybody is, who stands still and who has too much; undefined for whoever may not see it. */
export async function readProgress(
  { db, now }: Pick<Office, 'db' | 'now'>,
  who: Asker,
  term: string,
): Promise<Progress | undefined> {
  if (!mayDo(who, { do: 'read-progress', term }).may) return undefined;
  const at = now();
  const [places, people, tasks, attempts, extensions, extras, team] = await Promise.all([
    readPlaces({ db }, term),
    db
      .selectFrom('application')
      .innerJoin('person', 'person.id', 'application.person')
      .where('application.term', '=', term)
      .where('person.frozen_at', 'is', null)
      .select(['application.person', 'application.state', 'person.name', 'application.started_at'])
      .execute(),
    db.selectFrom('task').selectAll().where('term', '=', term).orderBy('ordinal').execute(),
    attemptsOf(db, term),
    ofTerm(db.selectFrom('extension').innerJoin('task', 'task.id', 'extension.task'), term)
      .select(['extension.task', 'extension.person', 'extension.until'])
      .execute(),
    ofTerm(db.selectFrom('task_person').innerJoin('task', 'task.id', 'task_person.task'), term)
      .select(['task_person.task', 'task_person.person'])
      .execute(),
    loadsOf(db, term, at),
  ]);
  const until = new Map(extensions.map((one) => [`${one.task} ${one.person}`, one.until]));
  const isFor = new Set(extras.map((one) => `${one.task} ${one.person}`));
  const byPerson = Map.groupBy(attempts, ({ person }) => person);
  const walks = people
    .filter(({ state }) => isOpen(state))
    .map((one) => walkOf(one, byPerson.get(one.person) ?? [], { tasks, until, isFor, at }));
  const waiting = attempts.filter(({ state }) => state === 'waiting').map(({ received_at }) => received_at);
  return {
    ...{ places, team, stuck: stuckPeople(walks, at) },
    tasks: tasks
      .filter(({ is_extra, retired_at }) => !is_extra && retired_at === null)
      .map(({ id, title }) => ({ title, counts: countsOf(walks.map((one) => one.states.get(id))) })),
    waiting: { count: waiting.length, oldest: waiting.toSorted((one, other) => one.getTime() - other.getTime())[0] },
  };
}

type Attempt = Pick<Selectable<SubmissionTable>, 'task' | 'person' | 'state' | 'late' | 'received_at' | 'decided_at'>;

interface TermFacts {
  readonly tasks: readonly Selectable<TaskTable>[];
  readonly until: ReadonlyMap<string, Date>;
  readonly isFor: ReadonlySet<string>;
  readonly at: Date;
}

function walkOf(
  one: { readonly person: string; readonly name: string; readonly state: string; readonly started_at: Date },
  theirs: readonly Attempt[],
  { tasks, until, isFor, at }: TermFacts,
): Walk & { readonly states: ReadonlyMap<string, TaskState> } {
  const byTask = Map.groupBy(theirs, ({ task }) => task);
  const facts = tasks
    .filter(({ id, is_extra }) => !is_extra || isFor.has(`${id} ${one.person}`))
    .map((task) => ({
      task: { ...task, releaseAt: task.release_at, isRetired: task.retired_at !== null },
      extendedUntil: until.get(`${task.id} ${one.person}`),
      attempts: byTask.get(task.id) ?? [],
    }))
    .filter((fact) => !fact.task.isRetired || fact.attempts.length > 0);
  const standings = taskStandings(facts, at);
  const steps = theirs.flatMap(({ received_at, decided_at }) => [received_at, ...(decided_at ? [decided_at] : [])]);
  const since = steps.reduce((last, step) => (step > last ? step : last), one.started_at);
  const next = one.state === 'started' ? 'the application is not sent' : openTasks(standings)[0]?.facts.task.title;
  const states = new Map(standings.map((standing) => [standing.facts.task.id, standing.state]));
  return { id: one.person, name: one.name, next, since, states };
}

const countsOf = (states: readonly (TaskState | undefined)[]): ReadonlyMap<TaskState, number> => {
  const counts = new Map<TaskState, number>();
  for (const state of states) if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
};

const attemptsOf = (db: Office['db'], term: string): Promise<Attempt[]> =>
  db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .innerJoin('person', 'person.id', 'submission.person')
    .where('task.term', '=', term)
    .where('person.frozen_at', 'is', null)
    .select(['submission.task', 'submission.person', 'submission.state', 'submission.late'])
    .select(['submission.received_at', 'submission.decided_at'])
    .orderBy('submission.attempt')
    .execute();

const ofTerm = <Query extends { where(column: 'task.term', is: '=', term: string): Query }>(
  query: Query,
  term: string,
): Query => query.where('task.term', '=', term);

/** What each of the team has before them. */
async function loadsOf(db: Office['db'], term: string, at: Date): Promise<Load[]> {
  const [members, toRead, taken] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person')
      .where('membership.term', '=', term)
      .where('membership.role', 'in', ['reviewer', 'mentor', 'lead mentor'])
      .groupBy(['person.id', 'person.name'])
      .select(({ fn }) => ['person.id', 'person.name', fn.max('membership.most').as('most')])
      .orderBy('person.name')
      .execute(),
    loads(db, term),
    db
      .selectFrom('submission')
      .innerJoin('task', 'task.id', 'submission.task')
      .where('task.term', '=', term)
      .where('submission.state', '=', 'waiting')
      .where('submission.taken_until', '>', at)
      .groupBy('submission.taken_by')
      .select(({ fn }) => ['submission.taken_by', fn.countAll<number>().as('count')])
      .execute(),
  ]);
  const held = new Map(taken.map((one) => [one.taken_by, Number(one.count)]));
  return members.map(({ id, name, most }) => ({
    ...{ id, name, toRead: toRead.get(id) ?? 0, taken: held.get(id) ?? 0, most: most ?? undefined },
  }));
}
