import type { ColumnType } from 'kysely';
import type { MailTables } from './mailTables.ts';

/** A line of the log of decisions; see core/programme/chain.ts for how they hang together. */
export interface DecisionTable {
  readonly seq: number;
  readonly at: Date;
  readonly by: string;
  readonly kind: string;
  readonly about: string;
  readonly body: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  readonly previous: string;
  readonly hash: string;
}

export interface LogTables {
  readonly decision: DecisionTable;
}

/** Every table, one interface a room. */
export interface Schema extends LogTables, MailTables {}
