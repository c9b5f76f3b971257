import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tasks that are no longer given out, and are kept for what was handed in for them. */
export const retiredTasks: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE task ADD COLUMN retired_at timestamptz`.execute(db);
  },
};
