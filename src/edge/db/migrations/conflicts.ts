import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mentors who said that they know somebody too well to judge what they hand in. */
export const conflicts: Migration = {
  up: async (db) => {
    await sql`
      CREATE TABLE conflict_of_interest (
        term text NOT NULL REFERENCES term,
        mentor text NOT NULL REFERENCES person,
        person text NOT NULL REFERENCES person,
        at timestamptz NOT NULL,
        PRIMARY KEY (term, person, mentor)
      )`.execute(db);
  },
};
