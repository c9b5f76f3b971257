import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What two people handed in that is much alike, and how it is found. */
export const likeness: Migration = {
  up: async (db) => {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`ALTER TABLE machine_look
    ADD COLUMN alike_answer text NOT NULL DEFAULT '',
    ADD COLUMN alike_answered_at timestamptz`,
  sql`
    CREATE TABLE likeness_sign (
      submission text NOT NULL REFERENCES submission,
      ordinal integer NOT NULL,
      kind text NOT NULL,
      piece text NOT NULL,
      signs integer[] NOT NULL,
      bands text[] NOT NULL,
      PRIMARY KEY (submission, ordinal, kind)
    )`,
  sql`CREATE INDEX likeness_sign_bands ON likeness_sign USING gin (bands)`,
  sql`
    CREATE TABLE likeness (
      submission text NOT NULL REFERENCES submission,
      other text NOT NULL REFERENCES submission,
      kind text NOT NULL,
      piece text NOT NULL,
      other_piece text NOT NULL,
      part real NOT NULL CHECK (part > 0 AND part <= 1),
      at timestamptz NOT NULL,
      PRIMARY KEY (submission, other, kind)
    )`,
  sql`CREATE INDEX likeness_other ON likeness (other)`,
];
