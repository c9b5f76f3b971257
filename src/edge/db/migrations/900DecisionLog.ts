import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The log of decisions: rows come, and none is changed or goes, whoever asks. */
export const decisionLog: Migration = {
  up: async (db) => {
    await sql`
      CREATE TABLE decision (
        seq bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        by text NOT NULL,
        kind text NOT NULL,
        about text NOT NULL,
        body jsonb NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL UNIQUE
      )`.execute(db);
    await sql`CREATE INDEX decision_about ON decision (about, seq)`.execute(db);
    await sql`
      CREATE FUNCTION decision_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the log of decisions is only appended to' USING ERRCODE = 'restrict_violation';
      END $$`.execute(db);
    await sql`
      CREATE TRIGGER decision_row_is_kept BEFORE UPDATE OR DELETE ON decision
      FOR EACH ROW EXECUTE FUNCTION decision_is_kept()`.execute(db);
    await sql`
      CREATE TRIGGER decision_table_is_kept BEFORE TRUNCATE ON decision
      FOR EACH STATEMENT EXECUTE FUNCTION decision_is_kept()`.execute(db);
  },
};
