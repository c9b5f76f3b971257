import { sql } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

export interface LogLine {
  readonly seq: number;
  readonly at: Date;
  /** A name; `machine`, `operator`, or the number of somebody erased. */
  readonly by: string;
  readonly kind: string;
  readonly about: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export const LINES_ON_PAGE = 100;

/** The log of a term, newest first, for its organisers; what happened in other terms is not in it. */
export async function readLog(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  { term, page }: { readonly term: string; readonly page: number },
): Promise<{ readonly lines: readonly LogLine[]; readonly all: number } | undefined> {
  if (!mayDo(who, { do: 'read-log', term }).may) return undefined;
  const ofTerm = sql<boolean>`(
    about = ${term} OR body->>'term' = ${term}
    OR about IN (SELECT id FROM application WHERE term = ${term})
    OR about IN (SELECT id FROM batch WHERE term = ${term})
    OR about IN (SELECT id FROM task WHERE term = ${term})
    OR about IN (SELECT submission.id FROM submission JOIN task ON task.id = submission.task WHERE task.term = ${term})
  )`;
  const facts = db.selectFrom('decision').where(ofTerm);
  const [rows, counted] = await Promise.all([
    facts
      .leftJoin('person', 'person.id', 'decision.by')
      .select(['decision.seq', 'decision.at', 'decision.by', 'decision.kind', 'decision.about', 'decision.body'])
      .select(['person.name', 'person.erased_at'])
      .orderBy('decision.seq', 'desc')
      .limit(LINES_ON_PAGE)
      .offset((page - 1) * LINES_ON_PAGE)
      .execute(),
    facts.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return {
    all: Number(counted.count),
    lines: rows.map(({ name, erased_at, ...row }) => ({
      ...row,
      by: name !== null && erased_at === null ? name : row.by.slice(0, 8),
    })),
  };
}
