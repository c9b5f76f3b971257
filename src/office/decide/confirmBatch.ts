import type { Selectable, Transaction } from 'kysely';
import { movableFrom, moved } from '../../core/programme/applicationState.ts';
import { isStale, mayConfirm } from '../../core/programme/batch.ts';
import { decisionMail } from '../../core/programme/decisionLetter.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { rolesClash } from '../../core/programme/rolesClash.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { BatchTable } from '../../edge/db/tables/termTables.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { giveRole } from '../term/giveRole.ts';
import { placesWords } from './proposeBatch.ts';
import { readPlaces } from './readPlaces.ts';

export type Confirmed =
  | { readonly kind: 'confirmed'; readonly decided: number; readonly leftOut: number }
  /** Somebody was first; it was carried out once. */
  | { readonly kind: 'was confirmed' }
  | Refused;

/**
 * Carries a proposed decision out, once, whoever presses and how often: all of it or nothing. Whoever was decided otherwise
 * or withdrew meanwhile is left out, and named.
 */
export async function confirmBatch(
  office: Mailing,
  who: Asker,
  { batch: id }: { readonly batch: string },
): Promise<Confirmed> {
  const there = await office.db.selectFrom('batch').select('term').where('id', '=', id).executeTakeFirst();
  if (!there) return refused('There is no such proposal.');
  const permission = mayDo(who, { do: 'decide-applications', term: there.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  return office.db.transaction().execute(async (trx): Promise<Confirmed> => {
    // One decision at a time in a term: places are counted while nobody else fills them.
    await trx.selectFrom('term').select('id').where('id', '=', there.term).forNoKeyUpdate().execute();
    const batch = await trx.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    if (batch.confirmed_at) return { kind: 'was confirmed' };
    if (batch.dropped_at) return refused('It was dropped: propose it again.');
    const at = office.now();
    if (isStale(batch.proposed_at, at))
      return refused('It was proposed long ago, and its mails say so: propose it again.');
    const items = await itemsOf(trx, batch);
    const may = mayConfirm({ decision: batch.decision, items: items.length, proposedBy: batch.proposed_by }, by);
    if (may.kind === 'refused') return may;
    const open = items.filter(({ isOpen }) => isOpen);
    if (batch.decision === 'accept') {
      const { free } = await readPlaces({ db: trx }, batch.term);
      if (open.length > free) return refused(placesWords(open.length, free));
    }
    const first = await trx
      .updateTable('batch')
      .set({ confirmed_by: by, confirmed_at: at })
      .where('id', '=', id)
      .where('confirmed_at', 'is', null)
      .where('dropped_at', 'is', null)
      .executeTakeFirst();
    if (first.numUpdatedRows !== 1n) return { kind: 'was confirmed' };
    await appendFact(trx, {
      kind: 'batch-confirmed',
      at,
      by,
      about: id,
      decision: batch.decision,
      items: items.length,
    });
    const decided = await carryOut(office, trx, batch, items, { by, at });
    return { kind: 'confirmed', decided, leftOut: items.length - decided };
  });
}

type Batch = Selectable<BatchTable>;
type Items = Awaited<ReturnType<typeof itemsOf>>;

/** Whom it is about; `isOpen` while the decision is still possible. Held until we are done. */
async function itemsOf(trx: Transaction<Schema>, { id, term, decision }: Batch) {
  const rows = await trx
    .selectFrom('batch_item')
    .innerJoin('application', 'application.id', 'batch_item.application')
    .innerJoin('person', 'person.id', 'application.person')
    .where('batch_item.batch', '=', id)
    .selectAll('batch_item')
    .select(['application.person', 'application.state', 'person.frozen_at'])
    .orderBy('application.id')
    .forUpdate('application')
    .execute();
  const roles = await trx
    .selectFrom('membership')
    .select(['person', 'role'])
    .where('term', '=', term)
    .where('person', 'in', ['', ...rows.map(({ person }) => person)])
    .execute();
  const held = Map.groupBy(roles, ({ person }) => person);
  const from: readonly string[] = movableFrom(decision);
  return rows.map((row) => {
    const theirs = (held.get(row.person) ?? []).map(({ role }) => role);
    const clashes = decision === 'accept' && rolesClash(theirs, 'mentee') !== undefined;
    // Who asked that nothing be done with their data is not decided on until they take that back.
    return { ...row, isOpen: from.includes(row.state) && !clashes && row.frozen_at === null };
  });
}

async function carryOut(
  office: Mailing,
  trx: Transaction<Schema>,
  { id, term, decision }: Batch,
  items: Items,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<number> {
  let decided = 0;
  for (const { application, person, state, isOpen, subject, text } of items) {
    const to = moved(state, decision);
    const isMoved = isOpen && to !== undefined && (await move(trx, application, decision, to, at));
    await trx
      .updateTable('batch_item')
      .set({ outcome: isMoved ? 'decided' : 'left out' })
      .where('batch', '=', id)
      .where('application', '=', application)
      .execute();
    const kind = isMoved ? 'application-decided' : 'application-left-out';
    await appendFact(trx, { kind, at, by, about: application, decision, batch: id });
    if (!isMoved) continue;
    decided++;
    if (decision === 'accept') await giveRole(trx, { term, person, role: 'mentee', by, at });
    const key = `decision:${id}:${application}`;
    await mailPerson(trx, office, { person, kind: decisionMail[decision], mail: { subject, text }, key });
  }
  return decided;
}

async function move(
  trx: Transaction<Schema>,
  application: string,
  decision: Batch['decision'],
  state: NonNullable<ReturnType<typeof moved>>,
  at: Date,
): Promise<boolean> {
  const done = await trx
    .updateTable('application')
    .set({ state, decided_at: at })
    .where('id', '=', application)
    .where('state', 'in', movableFrom(decision))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
