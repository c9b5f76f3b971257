import { type RawBuilder, sql } from 'kysely';
import type { PersonalTable } from '../../edge/db/personalData.ts';

/**
 * What takes away what is personal in some rows of a table: the rows, or what stands in their columns. Only rows that still
 * have something in them are touched, so that doing it again changes nothing. Undefined where nothing of it goes.
 */
export function emptiedRows({ table, erase }: PersonalTable, which: RawBuilder<unknown>) {
  if (erase === 'row') return sql`DELETE FROM ${sql.table(table)} WHERE ${which}`;
  const columns = Object.entries(erase.empty);
  if (columns.length === 0) return undefined;
  const sets = columns.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const full = columns.map(([column, value]) => sql`${sql.ref(column)} IS DISTINCT FROM ${value}`);
  return sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE (${which}) AND (${sql.join(full, sql` OR `)})`;
}
