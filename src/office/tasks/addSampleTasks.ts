import type { Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { putChapters } from '../course/setChapters.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readTerm, type Term } from '../term/readTerms.ts';
import { insertTask } from './makeTask.ts';
import { sampleChapters, sampleTasks, sampleWords } from './sampleTasks.ts';

const HOUR = 3_600_000;

/** An organiser's button: the sample tasks that the term does not have yet, and chapters where it has none. */
export async function addSampleTasks(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: { readonly term: string },
): Promise<{ readonly kind: 'added'; readonly count: number } | Refused> {
  const permission = mayDo(who, { do: 'change-tasks', term: order.term });
  if (!permission.may) return forbidden(permission);
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  const count = await office.db.transaction().execute((trx) => putSamples(trx, office, term, who.id ?? ''));
  return { kind: 'added', count };
}

/** Asks nobody's permission: for verbs that have, and for a programme that begins. */
export async function putSamples(
  trx: Transaction<Schema>,
  office: Pick<Office, 'now' | 'newId'>,
  term: Term,
  by: string,
): Promise<number> {
  const from = term.opensAt.getTime();
  const length = term.tasksUntil.getTime() - from;
  let count = 0;
  for (const sample of sampleTasks) {
    const { slug, title, release, required, evidence } = sample;
    // Full hours: a deadline is read by people.
    const deadline = new Date(from + Math.floor((length * sample.part) / HOUR) * HOUR);
    const id = await insertTask(trx, office, {
      ...{ term: term.id, slug, title, words: sampleWords(sample), release, releaseAt: null, deadline, required },
      ...{ isExtra: false, by, evidence: evidence ?? null },
    });
    if (id !== undefined) count++;
  }
  const chapter = await trx.selectFrom('course_chapter').select('id').where('term', '=', term.id).executeTakeFirst();
  if (!chapter) await putChapters(trx, office, term.id, sampleChapters);
  return count;
}
