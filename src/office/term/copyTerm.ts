import type { Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { datesProblem } from '../../core/programme/termDates.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { insertTask } from '../tasks/makeTask.ts';
import { giveRole } from './giveRole.ts';
import { laterByWeeks } from './instantIn.ts';
import { insertTerm } from './makeTerm.ts';
import { readTerm, type Term } from './readTerms.ts';

export interface CopyOrder {
  readonly term: string;
  readonly slug: string;
  readonly name: string;
  /** How much later everything is. */
  readonly weeks: number;
}

type Host = Pick<Office, 'db' | 'now' | 'newId'>;

/** A next term like this one: its tasks, chapters and questions, all dates later by weeks. Nobody of this one is in it. */
export async function copyTerm(
  office: Host,
  who: Asker,
  order: CopyOrder,
): Promise<{ readonly kind: 'made'; readonly id: string } | Refused> {
  const permission = mayDo(who, { do: 'change-term', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  if (!/^[a-z0-9-]{1,60}$/.test(order.slug) || order.name.trim() === '')
    return refused('It needs a name, and one of small letters, digits and hyphens for its address.');
  if (!Number.isInteger(order.weeks) || order.weeks < 1 || order.weeks > 520)
    return refused('How many weeks later is a number from 1 to 520.');
  const later = (at: Date): Date => laterByWeeks(term.zone, at, order.weeks);
  const dates = {
    ...{ opensAt: later(term.opensAt), closesAt: later(term.closesAt), tasksUntil: later(term.tasksUntil) },
    ...{ startsAt: later(term.startsAt), endsAt: later(term.endsAt) },
  };
  const problem = datesProblem(dates);
  if (problem) return refused(problem);
  return office.db.transaction().execute(async (trx) => {
    const { zone, cap, places, eligibility, programme } = term;
    const made = await insertTerm(
      trx,
      office,
      {
        ...{ ...dates, zone, cap, places, eligibility, programme: programme.id },
        ...{ slug: order.slug, name: order.name, isPublic: false },
      },
      by,
    );
    if (made.kind === 'refused') return made;
    const at = office.now();
    for (const role of ['organiser', 'lead mentor'] as const) {
      if (who.roles.get(term.id)?.has(role)) await giveRole(trx, { term: made.id, person: by, role, by, at });
    }
    await copyTasks(trx, office, { from: term, to: made.id, later, by });
    await copyChapters(trx, office, term.id, made.id);
    await appendFact(trx, { kind: 'term-copied', at, by, about: made.id, term: term.id });
    return made;
  });
}

async function copyTasks(
  trx: Transaction<Schema>,
  office: Pick<Office, 'now' | 'newId'>,
  { from, to, later, by }: { from: Term; to: string; later: (at: Date) => Date; by: string },
): Promise<void> {
  const tasks = await trx
    .selectFrom('task')
    .selectAll()
    .where('term', '=', from.id)
    .where('is_extra', '=', false)
    .where('retired_at', 'is', null)
    .orderBy('ordinal')
    .execute();
  for (const { slug, title, words, release, release_at, deadline, required, evidence } of tasks) {
    const releaseAt = release_at && later(release_at);
    await insertTask(trx, office, {
      ...{ term: to, slug, title, words, release, releaseAt, deadline: later(deadline), required },
      ...{ isExtra: false, by, evidence },
    });
  }
}

async function copyChapters(
  trx: Transaction<Schema>,
  office: Pick<Office, 'newId'>,
  from: string,
  to: string,
): Promise<void> {
  const chapters = await trx
    .selectFrom('course_chapter')
    .select(['ordinal', 'title'])
    .where('term', '=', from)
    .execute();
  const rows = chapters.map((one) => ({ ...one, id: office.newId(), term: to }));
  if (rows.length > 0) await trx.insertInto('course_chapter').values(rows).execute();
}
