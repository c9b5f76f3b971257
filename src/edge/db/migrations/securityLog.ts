import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How people came in, and what they asked for in vain. No address and no secret stands here. */
export const securityLog: Migration = {
  up: async (db) => {
    await sql`
      CREATE TABLE security_event (
        id text PRIMARY KEY,
        person text NOT NULL REFERENCES person ON DELETE CASCADE,
        event text NOT NULL,
        -- Which kind of page, where something was refused: a pattern, and nobody's id.
        what text NOT NULL,
        browser text NOT NULL,
        at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        times integer NOT NULL CHECK (times > 0)
      )`.execute(db);
    await sql`CREATE INDEX security_event_person ON security_event (person, last_at)`.execute(db);
  },
};
