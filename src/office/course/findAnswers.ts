import { sql } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';
import { standingsOf } from '../tasks/standingsOf.ts';

/** Where a question may be answered already. */
export interface FoundAnswer {
  readonly from: 'note' | 'task' | 'answer';
  readonly title: string;
  /** The piece that fits best; plain text. */
  readonly piece: string;
  /** Of a task: its name in the address. */
  readonly slug: string | undefined;
}

const MOST = 6;

/**
 * Looks for an answer in what the asker may read: their own notes, the words of tasks that are released to them, answers that
 * were kept for all. Any word of the question counts, and more so the fewer texts have it.
 */
export async function findAnswers(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly question: string },
): Promise<readonly FoundAnswer[]> {
  const { id: person } = who;
  if (person === undefined || !mayDo(who, { do: 'ask-question', term: order.term }).may) return [];
  const released = (await standingsOf(office, order.term, person)).filter(({ state }) => state !== 'not released');
  const asked = order.question.slice(0, 1000).toWellFormed().replaceAll('\0', ' ');
  const tasks = released.map(({ facts }) => facts.task.id);
  const { rows } = await sql<FoundAnswer>`
    WITH query AS (SELECT replace(plainto_tsquery('english', ${asked})::text, ' & ', ' | ')::tsquery AS words),
    text AS (
      SELECT 'note' AS source, title, note AS body, NULL AS slug
        FROM course_progress JOIN course_chapter ON course_chapter.id = chapter
        WHERE person = ${person} AND term = ${order.term} AND note <> ''
      UNION ALL
      SELECT 'task', title, words, slug FROM task WHERE id = ANY(${tasks})
      UNION ALL
      SELECT 'answer', shared_as, answer, NULL FROM question
        WHERE shared_as IS NOT NULL AND term IN (
          SELECT id FROM term WHERE programme = (SELECT programme FROM term WHERE id = ${order.term}))
    ),
    read AS (SELECT text.*, tsvector_to_array(to_tsvector('english', title || ' ' || body)) AS has FROM text),
    rare AS (
      SELECT word, 1.0 / count(*) AS weight
      FROM unnest(tsvector_to_array(to_tsvector('english', ${asked}))) AS word JOIN read ON word = ANY(has)
      GROUP BY word
    ),
    found AS (
      SELECT source, title, slug, body, sum(weight) AS fits FROM read JOIN rare ON word = ANY(has)
      GROUP BY source, title, slug, body ORDER BY fits DESC, title LIMIT ${MOST}
    )
    SELECT source AS "from", title, slug,
      ts_headline('english', body, words, 'StartSel="", StopSel="", MaxWords=45, MinWords=20') AS piece
    FROM found, query ORDER BY fits DESC, title`.execute(office.db);
  return rows.map((row) => ({ ...row, piece: plainPiece(row.piece), slug: row.slug ?? undefined }));
}

/** Markdown without its marks, on one line: a piece of it is not to be laid out. */
const plainPiece = (piece: string): string =>
  piece
    .replaceAll(/[#*`~>]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
