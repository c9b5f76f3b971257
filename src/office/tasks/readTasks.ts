import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';
import { type OwnStanding, standingsOf } from './standingsOf.ts';

/** Where the asker stands with the tasks of a term; undefined for whoever does not take part. Words of tasks are not in it. */
export async function readTasks(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly OwnStanding[] | undefined> {
  if (who.id === undefined || !takesPart(who, who.id, order.term)) return undefined;
  return standingsOf(office, order.term, who.id);
}

export interface OwnTask {
  readonly standing: OwnStanding;
  /** Markdown. */
  readonly words: string;
}

/** One task with its words, for the person who has reached it. */
export async function readOwnTask(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly slug: string },
): Promise<OwnTask | undefined> {
  if (who.id === undefined || !takesPart(who, who.id, order.term)) return undefined;
  const standings = await standingsOf(office, order.term, who.id);
  const standing = standings.find(({ facts }) => facts.task.slug === order.slug);
  const asked = { isReleased: standing?.state !== 'not released', isForOthers: standing === undefined };
  if (!standing || !mayDo(who, { do: 'read-task', term: order.term, ...asked }).may) return undefined;
  const { words } = await office.db
    .selectFrom('task')
    .select('words')
    .where('id', '=', standing.facts.task.id)
    .executeTakeFirstOrThrow();
  return { standing, words };
}

/** The team reads tasks in the plan: only who hands in has tasks of their own. */
const takesPart = (who: Asker, owner: string, term: string): boolean =>
  mayDo(who, { do: 'submit', term, owner, isReleased: true }).may;
