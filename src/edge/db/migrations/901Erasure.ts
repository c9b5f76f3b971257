import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who was erased, by the opaque id that the log of decisions knows them by; see edge/db/erasedList.ts. */
export const erasure: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE erasure (person text PRIMARY KEY, at timestamptz NOT NULL)`.execute(db);
  },
};
