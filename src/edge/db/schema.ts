import type { ColumnType } from 'kysely';
import type { ChainedFact } from '../../core/programme/chain.ts';
import type { MailTables } from './mailTables.ts';
import type { PeopleTables } from './tables/peopleTables.ts';
import type { SignInTables } from './tables/signInTables.ts';
import type { TaskTables } from './tables/taskTables.ts';
import type { TermTables } from './tables/termTables.ts';

/** Written by appendToChain() only. */
type DecisionTable = { readonly [Column in keyof ChainedFact]: ColumnType<ChainedFact[Column], never, never> };

export interface LogTables {
  readonly decision: DecisionTable;
}

/** Every table, one interface a room. */
export interface Schema extends PeopleTables, TermTables, TaskTables, LogTables, SignInTables, MailTables {}
