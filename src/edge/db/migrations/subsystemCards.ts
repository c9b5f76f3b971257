import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What subsystems are like, read from a kernel tree by the server's keeper. Of nobody: a card names no person. */
export const subsystemCards: Migration = {
  up: async (db) => {
    await sql`
      CREATE TABLE subsystem_card (
        programme text NOT NULL REFERENCES programme,
        name text NOT NULL,
        tree text NOT NULL,
        made_at timestamptz NOT NULL,
        begin text NOT NULL,
        rows jsonb NOT NULL,
        months jsonb,
        PRIMARY KEY (programme, name)
      )`.execute(db);
  },
};
