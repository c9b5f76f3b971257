import { type Kysely, sql } from 'kysely';

export const tasks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`
    CREATE TABLE task (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      ordinal integer NOT NULL CHECK (ordinal > 0),
      slug text NOT NULL CHECK (slug ~ '^[a-z0-9-]{1,60}$'),
      title text NOT NULL,
      words text NOT NULL,
      release text NOT NULL CHECK (release IN ('at once', 'in order', 'at a date')),
      release_at timestamptz,
      deadline timestamptz NOT NULL,
      is_extra boolean NOT NULL,
      required boolean NOT NULL,
      made_at timestamptz NOT NULL,
      made_by text NOT NULL,
      UNIQUE (term, slug),
      CHECK ((release = 'at a date') = (release_at IS NOT NULL))
    )`,
  sql`
    CREATE TABLE task_person (
      task text NOT NULL REFERENCES task,
      person text NOT NULL REFERENCES person,
      reason text NOT NULL,
      PRIMARY KEY (task, person)
    )`,
  sql`
    CREATE TABLE extension (
      task text NOT NULL REFERENCES task,
      person text NOT NULL REFERENCES person,
      until timestamptz NOT NULL,
      reason text NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (task, person)
    )`,
  sql`
    CREATE TABLE submission (
      id text PRIMARY KEY,
      task text NOT NULL REFERENCES task,
      person text NOT NULL REFERENCES person,
      attempt integer NOT NULL CHECK (attempt > 0),
      statement text NOT NULL,
      via text NOT NULL CHECK (via IN ('page', 'command', 'mail')),
      received_at timestamptz NOT NULL,
      late boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'changes requested', 'not yet', 'replaced')),
      taken_by text REFERENCES person,
      taken_until timestamptz,
      decided_by text REFERENCES person,
      decided_at timestamptz,
      answer text NOT NULL,
      override_reason text,
      key text,
      salt text NOT NULL,
      UNIQUE (task, person, attempt),
      UNIQUE (task, person, key),
      CHECK ((taken_by IS NULL) = (taken_until IS NULL))
    )`,
  sql`CREATE INDEX submission_waiting ON submission (received_at) WHERE state = 'waiting'`,
  sql`CREATE INDEX submission_person ON submission (person)`,
  sql`CREATE INDEX submission_decided ON submission (decided_at) WHERE decided_at IS NOT NULL`,
  sql`CREATE INDEX submission_taken ON submission (taken_by) WHERE state = 'waiting' AND taken_by IS NOT NULL`,
  sql`
    CREATE TABLE earlier_verdict (
      submission text NOT NULL REFERENCES submission,
      decided_at timestamptz NOT NULL,
      decided_by text NOT NULL REFERENCES person,
      outcome text NOT NULL CHECK (outcome IN ('accepted', 'changes requested', 'not yet')),
      answer text NOT NULL,
      PRIMARY KEY (submission, decided_at)
    )`,
  sql`
    CREATE TABLE submission_file (
      submission text NOT NULL REFERENCES submission,
      ordinal integer NOT NULL,
      name text NOT NULL,
      size integer NOT NULL,
      sha256 text NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (submission, ordinal)
    )`,
  sql`
    CREATE TABLE remark (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      by text NOT NULL REFERENCES person,
      title text NOT NULL,
      text text NOT NULL,
      at timestamptz NOT NULL
    )`,
  sql`
    CREATE TABLE subsystem_choice (
      term text NOT NULL REFERENCES term,
      person text NOT NULL REFERENCES person,
      name text NOT NULL,
      chosen_at timestamptz NOT NULL,
      dropped_at timestamptz,
      reason text NOT NULL,
      PRIMARY KEY (term, person, name, chosen_at)
    )`,
  sql`
    CREATE TABLE course_chapter (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      ordinal integer NOT NULL,
      title text NOT NULL,
      UNIQUE (term, ordinal)
    )`,
  sql`
    CREATE TABLE course_progress (
      chapter text NOT NULL REFERENCES course_chapter,
      person text NOT NULL REFERENCES person,
      done_at timestamptz,
      note text NOT NULL,
      PRIMARY KEY (chapter, person)
    )`,
  sql`
    CREATE TABLE question (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      person text NOT NULL REFERENCES person,
      text text NOT NULL,
      asked_at timestamptz NOT NULL,
      answered_by text REFERENCES person,
      answered_at timestamptz,
      answer text NOT NULL,
      shared_as text
    )`,
  sql`CREATE INDEX question_waiting ON question (term, asked_at) WHERE answered_at IS NULL`,
];
