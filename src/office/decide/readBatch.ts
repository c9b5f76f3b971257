import type { Selectable } from 'kysely';
import type { ApplicationState } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { BatchTable } from '../../edge/db/tables/termTables.ts';
import type { Office } from '../office.ts';

export interface BatchView extends Selectable<BatchTable> {
  readonly proposer: string;
  readonly confirmer: string | null;
  readonly items: readonly {
    readonly application: string;
    readonly name: string;
    readonly address: string | null;
    readonly state: ApplicationState;
    readonly subject: string;
    readonly text: string;
    readonly outcome: 'decided' | 'left out' | null;
  }[];
}

/** A batch with every mail of it; undefined for whoever does not decide. */
export async function readBatch(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  { term, batch: id }: { readonly term: string; readonly batch: string },
): Promise<BatchView | undefined> {
  if (!mayDo(who, { do: 'decide-applications', term }).may) return undefined;
  const batch = await batches(db, term).where('batch.id', '=', id).executeTakeFirst();
  if (!batch) return undefined;
  const items = await db
    .selectFrom('batch_item')
    .innerJoin('application', 'application.id', 'batch_item.application')
    .innerJoin('person', 'person.id', 'application.person')
    .where('batch_item.batch', '=', id)
    .select(['batch_item.application', 'batch_item.subject', 'batch_item.text', 'batch_item.outcome'])
    .select(['person.name', 'person.address', 'application.state'])
    .orderBy('application.sent_at')
    .orderBy('application.id')
    .execute();
  return { ...batch, items };
}

export interface OpenBatch extends Selectable<BatchTable> {
  readonly proposer: string;
  readonly count: number;
}

/** What was proposed and waits for somebody to confirm it. */
export async function openBatches({ db }: Pick<Office, 'db'>, who: Asker, term: string): Promise<OpenBatch[]> {
  if (!mayDo(who, { do: 'decide-applications', term }).may) return [];
  const rows = await batches(db, term)
    .where('batch.confirmed_at', 'is', null)
    .where('batch.dropped_at', 'is', null)
    .select(({ selectFrom }) =>
      selectFrom('batch_item')
        .whereRef('batch_item.batch', '=', 'batch.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('count'),
    )
    .orderBy('batch.proposed_at')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

const batches = (db: Office['db'], term: string) =>
  db
    .selectFrom('batch')
    .innerJoin('person as proposer', 'proposer.id', 'batch.proposed_by')
    .leftJoin('person as confirmer', 'confirmer.id', 'batch.confirmed_by')
    .selectAll('batch')
    .select(['proposer.name as proposer', 'confirmer.name as confirmer'])
    .where('batch.term', '=', term);
