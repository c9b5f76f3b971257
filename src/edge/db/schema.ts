import type { ColumnType } from 'kysely';
import type { ChainedFact } from '../../core/programme/chain.ts';
import type { MailTables } from './mailTables.ts';
import type { EvidenceTables } from './tables/evidenceTables.ts';
import type { PeopleTables } from './tables/peopleTables.ts';
import type { SignInTables } from './tables/signInTables.ts';
import type { TaskTables } from './tables/taskTables.ts';
import type { TermTables } from './tables/termTables.ts';

/** Written by appendToChain() only. */
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
export interface Schema
  extends PeopleTables,
    TermTables,
    TaskTables,
    EvidenceTables,
    LogTables,
    SignInTables,
    MailTables {}
