import type { ColumnType } from 'kysely';
import type { ChainedFact } from '../../core/programme/chain.ts';

/** Written by appendFact() only. */
type DecisionTable = { readonly [Column in keyof ChainedFact]: ColumnType<ChainedFact[Column], never, never> };

export interface LogTables {
  readonly decision: DecisionTable;
}

/** Every table, one interface a room. */
export interface Schema extends LogTables {}
