import type { Transaction } from 'kysely';
import { datesChangedMail } from '../../core/programme/mail/datesChangedMail.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { passedDateChanged } from '../../core/programme/termDates.ts';
import {
  dateNames,
  type SettingChange,
  settingChanges,
  settingsProblems,
  type TermSettings,
} from '../../core/programme/termSettings.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { readTerm, type Term } from './readTerms.ts';

export type TermChanged =
  | { readonly kind: 'changed'; readonly changes: readonly SettingChange[]; readonly told: number }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }
  /** Another organiser saved something since. */
  | { readonly kind: 'overtaken' }
  | Refused;

/** Changes what an organiser sets. Dates that have passed stand; of others that change, everybody who relies on them is told. */
export async function changeTerm(
  office: Mailing,
  who: Asker,
  order: { readonly term: string; readonly revision: number; readonly settings: TermSettings },
): Promise<TermChanged> {
  const permission = mayDo(who, { do: 'change-term', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const { settings } = order;
  const problems = settingsProblems(settings);
  if (problems.length > 0) return { kind: 'wrong', problems };
  const at = office.now();
  return office.db.transaction().execute(async (trx): Promise<TermChanged> => {
    await trx.selectFrom('term').select('id').where('id', '=', order.term).forNoKeyUpdate().execute();
    const before = await readTerm({ db: trx }, order.term);
    if (!before) return refused('There is no such term.');
    const changes = settingChanges(before, settings);
    if (changes.length === 0) return { kind: 'changed', changes, told: 0 };
    const passed = passedDateChanged(before, settings, at);
    if (passed !== undefined) return { kind: 'wrong', problems: [passedWords(passed)] };
    if (!(await write(trx, order))) return { kind: 'overtaken' };
    await appendFact(trx, { kind: 'term-changed', at, by, about: before.id, term: before.id, changes });
    return {
      kind: 'changed',
      changes,
      told: await tell(office, trx, before, { changes, at, revision: order.revision }),
    };
  });
}

const passedWords = (name: string): string =>
  `${name[0]?.toUpperCase()}${name.slice(1)} has passed: people acted on it, so it stays as it was.`;

async function write(
  trx: Transaction<Schema>,
  { term, revision, settings }: { readonly term: string; readonly revision: number; readonly settings: TermSettings },
): Promise<boolean> {
  const { name, zone, cap, places, eligibility } = settings;
  const written = await trx
    .updateTable('term')
    .set({
      ...{ name: name.trim(), zone, cap, places, eligibility: JSON.stringify(eligibility), revision: revision + 1 },
      ...{ opens_at: settings.opensAt, closes_at: settings.closesAt, tasks_until: settings.tasksUntil },
      ...{ starts_at: settings.startsAt, ends_at: settings.endsAt },
    })
    .where('id', '=', term)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** A mail to everybody who has something open there, and to the team; only where dates changed. */
async function tell(
  office: Mailing,
  trx: Transaction<Schema>,
  term: Term,
  {
    changes,
    at,
    revision,
  }: { readonly changes: readonly SettingChange[]; readonly at: Date; readonly revision: number },
): Promise<number> {
  const dates = changes.flatMap((change) =>
    'from' in change ? [{ name: dateNames[change.what], from: new Date(change.from), to: new Date(change.to) }] : [],
  );
  if (dates.length === 0 || !term.isPublic) return 0;
  const people = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .leftJoin('application', (join) =>
      join.onRef('application.person', '=', 'person.id').onRef('application.term', '=', 'membership.term'),
    )
    .where('membership.term', '=', term.id)
    .where('person.address', 'is not', null)
    .where((one) =>
      one.or([
        one('membership.role', 'not in', ['applicant', 'mentee']),
        one('application.state', 'in', ['started', 'sent', 'on the waiting list', 'accepted']),
      ]),
    )
    .select(['person.id', 'person.name', 'person.zone'])
    .distinct()
    .execute();
  const link = `${office.address}/${term.programme.slug}/${term.slug}`;
  for (const { id: person, ...named } of people) {
    const head = letterheadOf(office, term.programme.name, named, at);
    const mail = datesChangedMail(head, { term: `${term.programme.name}, ${term.name}`, dates, link });
    await mailPerson(trx, office, {
      person,
      kind: 'dates-changed',
      mail,
      key: `dates:${term.id}:${revision}:${person}`,
    });
  }
  return people.length;
}
