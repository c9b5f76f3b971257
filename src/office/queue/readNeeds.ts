import { type Expression, type SqlBool, sql } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import { type Need, orderNeeds, SENT_BACK } from '../../core/programme/need.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';
import { tooClose } from './conflictsOf.ts';

/** Who of a term may need a mentor and did not ask; nobody for whoever has no queue there. */
export async function readNeeds(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { term }: { readonly term: string },
): Promise<readonly Need[]> {
  if (who.id === undefined || !mayDo(who, { do: 'read-queue', term }).may) return [];
  const now = office.now();
  const [sentBack, silent, close] = await Promise.all([
    sentBackIn(office.db, term),
    silentIn(office.db, term, now),
    tooClose(office, { term, mentor: who.id }),
  ]);
  return orderNeeds([...sentBack, ...silent], now).filter(({ person }) => person !== who.id && !close.has(person));
}

/** Sent back again and again at one task, and nothing of theirs waits there. */
async function sentBackIn(db: Office['db'], term: string): Promise<Need[]> {
  const { rows } = await sql<Row & { times: number }>`
    SELECT s.person, person.name, task.title, count(*) FILTER (WHERE ${back})::int AS times, max(s.decided_at) AS since,
      (array_agg(s.id ORDER BY s.attempt DESC))[1] AS submission
    FROM submission s JOIN task ON task.id = s.task JOIN person ON person.id = s.person
    WHERE task.term = ${term} AND task.retired_at IS NULL
      AND person.frozen_at IS NULL AND person.erased_at IS NULL AND ${takesPart(term)}
    GROUP BY s.person, s.task, person.name, task.title
    HAVING count(*) FILTER (WHERE ${back}) >= ${SENT_BACK} AND bool_and(s.state NOT IN ('accepted', 'waiting'))`.execute(
    db,
  );
  return rows.map((row) => ({ kind: 'sent back', ...row }));
}

const back = sql<SqlBool>`s.state IN ('changes requested', 'not yet')`;

const takesPart = (term: string): Expression<SqlBool> => sql`EXISTS (
  SELECT 1 FROM membership m WHERE m.term = ${term} AND m.person = person.id AND m.role IN ('applicant', 'mentee'))`;

interface Row {
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly submission: string | undefined;
  readonly since: Date;
}

/** Mentees for whom nothing waits anywhere, with the first task of all that they have not passed and their last step. */
async function silentIn(db: Office['db'], term: string, now: Date): Promise<Need[]> {
  const { rows } = await sql<Row>`
    SELECT m.person, person.name, next.title, last.submission, greatest(m.given_at, last.at) AS since
    FROM membership m
    JOIN person ON person.id = m.person AND person.frozen_at IS NULL AND person.erased_at IS NULL
    JOIN term ON term.id = m.term AND term.starts_at <= ${now} AND term.ends_at > ${now}
    CROSS JOIN LATERAL (
      SELECT task.title FROM task
      WHERE task.term = m.term AND NOT task.is_extra AND task.retired_at IS NULL
        AND (task.release_at IS NULL OR task.release_at <= ${now})
        AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.task = task.id AND s.person = m.person AND s.state = 'accepted')
      ORDER BY task.ordinal LIMIT 1) AS next
    LEFT JOIN LATERAL (
      SELECT max(greatest(s.received_at, s.decided_at)) AS at, bool_or(s.state = 'waiting') AS waits,
        (array_agg(s.id ORDER BY s.received_at DESC))[1] AS submission
      FROM submission s JOIN task ON task.id = s.task
      WHERE s.person = m.person AND task.term = m.term) AS last ON true
    WHERE m.term = ${term} AND m.role = 'mentee' AND last.waits IS NOT TRUE`.execute(db);
  return rows.map((row) => ({ kind: 'silent', ...row, submission: row.submission ?? undefined }));
}
