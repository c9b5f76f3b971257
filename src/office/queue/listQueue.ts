import { mayDo } from '../../core/programme/mayDo.ts';
import type { Load } from '../../core/programme/mayTake.ts';
import { orderQueue, type QueuedItem, type QueueItem, type WaitingTime } from '../../core/programme/queue.ts';
import type { Asker } from '../../core/programme/role.ts';
import { holder } from '../../core/programme/submissionState.ts';
import type { Office } from '../office.ts';
import { tooClose } from './conflictsOf.ts';
import { loadOf } from './loadOf.ts';
import { waitingIn } from './waitingIn.ts';

/** What of the queue is looked at; stands in the address. */
export interface QueueFilter {
  readonly show: 'free' | 'taken' | 'mine';
  /** Slug of a task. */
  readonly task: string | undefined;
}

export interface WaitingItem extends QueueItem {
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly late: boolean;
  readonly files: number;
  /** The mentor who has it now, and until when. */
  readonly holder: string | undefined;
  readonly holderName: string | null;
  readonly until: Date | null;
}

export interface Queue {
  readonly items: readonly QueuedItem<WaitingItem>[];
  /** Of all that waits, whatever is filtered. */
  readonly counts: { readonly free: number; readonly taken: number; readonly mine: number };
  readonly tasks: readonly { readonly slug: string; readonly title: string; readonly free: number }[];
  readonly load: Load;
  readonly waiting: WaitingTime;
}

/** What waits for mentors in a term, in the order in which it is to be read; undefined for whoever is none. */
export async function listQueue(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly filter: QueueFilter },
): Promise<Queue | undefined> {
  if (who.id === undefined || !mayDo(who, { do: 'read-queue', term: order.term }).may) return undefined;
  const { term, filter } = order;
  const [all, load, waiting, close] = await Promise.all([
    waitingItems(office, term),
    loadOf(office, term, who.id),
    waitingIn(office, term),
    tooClose(office, { term, mentor: who.id }),
  ]);
  // What is one's own is judged by others, and so is what friends handed in.
  const others = all.filter(({ person }) => person !== who.id && !close.has(person));
  const free = others.filter((item) => item.holder === undefined);
  const taken = others.filter((item) => item.holder !== undefined);
  const mine = taken.filter((item) => item.holder === who.id);
  const shown = { free, taken, mine }[filter.show].filter(
    ({ slug }) => filter.task === undefined || slug === filter.task,
  );
  const byTask = Map.groupBy(free, ({ slug }) => slug);
  return {
    items: orderQueue(shown, office.now()),
    counts: { free: free.length, taken: taken.length, mine: mine.length },
    tasks: [...byTask].map(([slug, items]) => ({ slug, title: items[0]?.title ?? slug, free: items.length })),
    ...{ load, waiting },
  };
}

/** Everything of a term that waits. An older attempt beside a newer one only while a mentor has it. */
async function waitingItems({ db, now }: Pick<Office, 'db' | 'now'>, term: string): Promise<WaitingItem[]> {
  const at = now();
  const rows = await db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .innerJoin('term', 'term.id', 'task.term')
    .innerJoin('person', 'person.id', 'submission.person')
    .leftJoin('person as mentor', 'mentor.id', 'submission.taken_by')
    .leftJoin('extension', (join) =>
      join.onRef('extension.task', '=', 'task.id').onRef('extension.person', '=', 'submission.person'),
    )
    .select(['submission.id', 'submission.person', 'submission.task', 'attempt', 'received_at', 'late', 'person.name'])
    .select(['task.title', 'task.slug', 'task.deadline', 'extension.until', 'tasks_until', 'taken_by', 'taken_until'])
    .select(['mentor.name as mentor_name', 'task.ordinal'])
    .select(({ selectFrom }) =>
      selectFrom('submission_file')
        .select(({ fn }) => fn.countAll<string>().as('files'))
        .whereRef('submission_file.submission', '=', 'submission.id')
        .as('files'),
    )
    .where('task.term', '=', term)
    .where('submission.state', '=', 'waiting')
    // Who asked that nothing be done with their data keeps their place in line, unseen.
    .where('person.frozen_at', 'is', null)
    .orderBy('task.ordinal')
    .execute();
  const items = rows.map((row): WaitingItem => {
    const has = holder({ by: row.taken_by, until: row.taken_until }, at);
    return {
      ...{ id: row.id, person: row.person, task: row.task, attempt: row.attempt, receivedAt: row.received_at },
      ...{ deadline: row.until ?? row.deadline, tasksUntil: row.tasks_until, name: row.name, title: row.title },
      ...{ slug: row.slug, late: row.late, files: Number(row.files), holder: has },
      ...{ holderName: has === undefined ? null : row.mentor_name, until: has === undefined ? null : row.taken_until },
    };
  });
  const newest = new Map<string, number>();
  for (const { person, task, attempt } of items) {
    newest.set(`${person} ${task}`, Math.max(attempt, newest.get(`${person} ${task}`) ?? 0));
  }
  return items.filter(
    ({ person, task, attempt, holder: has }) => has !== undefined || newest.get(`${person} ${task}`) === attempt,
  );
}
