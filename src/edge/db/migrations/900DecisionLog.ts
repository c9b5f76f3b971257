import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { emptyChain } from '../../../core/programme/chain.ts';

/** The log of decisions: rows come, and none is changed or goes, whoever asks. Its end is one row, which appending locks. */
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
        hash text NOT NULL
      )`.execute(db);
    await sql`CREATE INDEX decision_about ON decision (about, seq)`.execute(db);
    await sql`
      CREATE TABLE decision_head (
        id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        seq bigint NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL
      ) WITH (fillfactor = 10)`.execute(db);
    await sql`
      INSERT INTO decision_head (seq, previous, hash) VALUES (0, '', ${sql.lit(emptyChain.hash)})`.execute(db);
    await append.execute(db);
    await keepRows.execute(db);
    await sql`
      CREATE TRIGGER decision_row_is_kept BEFORE UPDATE OR DELETE ON decision
      FOR EACH ROW EXECUTE FUNCTION decision_is_kept()`.execute(db);
    await sql`
      CREATE TRIGGER decision_table_is_kept BEFORE TRUNCATE ON decision
      FOR EACH STATEMENT EXECUTE FUNCTION decision_is_kept()`.execute(db);
  },
};

// The lock comes first: it is given in the order in which it was asked for, where those who wait for a row wake each other up.
// After it, the statement sees the head as it is now.
const append = sql`
  CREATE FUNCTION append_decision(
    at timestamptz, by text, kind text, about text, body jsonb, said text, OUT seq bigint, OUT hash text
  ) LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM pg_advisory_xact_lock('decision_head'::regclass::oid::bigint);
    WITH head AS (
      UPDATE decision_head
      SET seq = seq + 1, previous = hash, hash = encode(sha256(convert_to(hash || said, 'UTF8')), 'hex')
      RETURNING seq, previous, hash
    )
    INSERT INTO decision AS d
    SELECT h.seq, $1, $2, $3, $4, $5, h.previous, h.hash FROM head h
    RETURNING d.seq, d.hash INTO seq, hash;
  END $$`;

const keepRows = sql`
  CREATE FUNCTION decision_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the log of decisions is only appended to' USING ERRCODE = 'restrict_violation';
  END $$`;
