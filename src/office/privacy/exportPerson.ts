import { sql } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { personalData } from '../../edge/db/personalData.ts';
import { forbidden, type Office, type Refused } from '../office.ts';

/** A kind of data with its rows; bytes as base64. */
export interface ExportedKind {
  readonly what: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface Exported {
  readonly kind: 'exported';
  readonly person: string;
  readonly at: string;
  readonly kinds: readonly ExportedKind[];
  /** What happened with them, as the log has it. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
}

/** Everything that is kept of a person, for them to take away. `by` the operator on the person's word, or the person. */
export async function exportPerson(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker | 'operator',
  { person }: { readonly person: string },
): Promise<Exported | Refused> {
  if (who !== 'operator') {
    const permission = mayDo(who, { do: 'export-person', person });
    if (!permission.may) return forbidden(permission);
  }
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const kinds: ExportedKind[] = [];
    for (const { table, what, of, shows } of personalData) {
      const columns = sql.join(shows.map((name) => sql.ref(name)));
      const { rows } = await sql<
        Record<string, unknown>
      >`SELECT ${columns} FROM ${sql.table(table)} WHERE ${of(person)}`.execute(trx);
      if (rows.length > 0) kinds.push({ what, rows: rows.map(asJson) });
    }
    const log = await trx
      .selectFrom('decision')
      .select(['at', 'kind', 'about', 'body'])
      .where((eb) => eb.or([eb('about', '=', person), eb('by', '=', person)]))
      .orderBy('seq')
      .execute();
    await appendFact(trx, { kind: 'data-exported', at, by: who === 'operator' ? 'operator' : person, about: person });
    return {
      kind: 'exported',
      person,
      at: at.toISOString(),
      kinds,
      log: log.map((row) => asJson({ ...row })),
    } as const;
  });
}

const asJson = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  );
