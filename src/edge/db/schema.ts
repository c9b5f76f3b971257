import type { ColumnType } from 'kysely';
import type { ChainedFact } from '../../core/programme/chain.ts';

/** Written by appendFact() only. */
type DecisionTable = { readonly [Column in keyof ChainedFact]: ColumnType<ChainedFact[Column], never, never> };

interface ErasureTable {
  readonly person: string;
  readonly at: Date;
}

export interface LogTables {
  readonly decision: DecisionTable;
  readonly erasure: ErasureTable;
}

/** Every table, one interface a room. */
export interface Schema extends LogTables {}
