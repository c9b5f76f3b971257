import type { MailTables } from './mailTables.ts';
import type { LogTables } from './tables/logTables.ts';
import type { PeopleTables } from './tables/peopleTables.ts';
import type { TaskTables } from './tables/taskTables.ts';
import type { TermTables } from './tables/termTables.ts';

/** Every table, as queries speak of it. */
export interface Schema extends PeopleTables, TermTables, TaskTables, LogTables, MailTables {}
