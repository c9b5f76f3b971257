import type { ColumnType, Generated } from 'kysely';

/** The log of what happened: only ever appended to. */
export interface DecisionTable {
  seq: Generated<number>;
  at: Date;
  by: string;
  kind: string;
  about: string;
  body: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  previous: string;
  hash: string;
}

export interface LogTables {
  decision: DecisionTable;
}
