import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a machine looks at of a task, and what it saw. */
export const evidence: Migration = {
  up: async (db) => {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  // What the task's author names: a file of theirs, as it was checked. None: people alone judge it.
  sql`ALTER TABLE task ADD COLUMN evidence jsonb`,
  sql`ALTER TABLE submission ADD COLUMN wants_person boolean NOT NULL DEFAULT false`,
  // A machine is no person: what it decided has nobody here, as in the row that it was decided on.
  sql`ALTER TABLE earlier_verdict ALTER COLUMN decided_by DROP NOT NULL`,
  // The word itself is made from the server's secret: only its turn is kept.
  sql`
    CREATE TABLE task_nonce (
      task text NOT NULL REFERENCES task ON DELETE CASCADE,
      person text NOT NULL REFERENCES person,
      turn integer NOT NULL CHECK (turn > 0),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (task, person)
    )`,
  sql`
    CREATE TABLE machine_look (
      submission text PRIMARY KEY REFERENCES submission,
      at timestamptz NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('holds', 'fails', 'unknown')),
      step text NOT NULL CHECK (step IN ('pass', 'hand back', 'leave')),
      spot_check boolean NOT NULL,
      judged jsonb NOT NULL
    )`,
];
