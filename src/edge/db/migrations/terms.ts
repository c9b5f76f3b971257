import { type Kysely, sql } from 'kysely';

export const terms = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`
    CREATE TABLE programme (
      id text PRIMARY KEY,
      slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]{1,60}$'),
      name text NOT NULL,
      words text NOT NULL,
      disclosure_policy text NOT NULL,
      created_at timestamptz NOT NULL
    )`,
  sql`
    CREATE TABLE term (
      id text PRIMARY KEY,
      programme text NOT NULL REFERENCES programme,
      slug text NOT NULL CHECK (slug ~ '^[a-z0-9-]{1,60}$'),
      name text NOT NULL,
      zone text NOT NULL,
      opens_at timestamptz NOT NULL,
      closes_at timestamptz NOT NULL,
      tasks_until timestamptz NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      cap integer NOT NULL CHECK (cap > 0),
      places integer NOT NULL CHECK (places > 0),
      eligibility jsonb NOT NULL,
      is_public boolean NOT NULL,
      created_at timestamptz NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      UNIQUE (programme, slug),
      CHECK (opens_at < closes_at AND closes_at <= tasks_until AND tasks_until <= starts_at AND starts_at < ends_at)
    )`,
  sql`ALTER TABLE membership ADD FOREIGN KEY (term) REFERENCES term`,
  sql`
    CREATE TABLE application (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      person text NOT NULL REFERENCES person,
      state text NOT NULL
        CHECK (state IN ('started', 'sent', 'accepted', 'declined', 'on the waiting list', 'withdrawn')),
      started_at timestamptz NOT NULL,
      sent_at timestamptz,
      decided_at timestamptz,
      withdrawn_at timestamptz,
      words text NOT NULL,
      availability text NOT NULL,
      code_identity text NOT NULL,
      disclosure text NOT NULL,
      eligibility jsonb NOT NULL,
      revision integer NOT NULL,
      UNIQUE (term, person)
    )`,
  sql`CREATE INDEX application_person ON application (person)`,
  sql`
    CREATE TABLE assignment (
      application text NOT NULL REFERENCES application,
      reviewer text NOT NULL REFERENCES person,
      at timestamptz NOT NULL,
      by text NOT NULL,
      conflict boolean NOT NULL DEFAULT false,
      PRIMARY KEY (application, reviewer)
    )`,
  sql`CREATE INDEX assignment_reviewer ON assignment (reviewer)`,
  sql`
    CREATE TABLE rating (
      application text NOT NULL REFERENCES application,
      reviewer text NOT NULL REFERENCES person,
      value text NOT NULL CHECK (value IN ('strong', 'good', 'unclear', 'weak', 'spam')),
      note text NOT NULL,
      flagged boolean NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (application, reviewer)
    )`,
  sql`
    CREATE TABLE batch (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      decision text NOT NULL CHECK (decision IN ('accept', 'decline', 'put on the waiting list')),
      proposed_by text NOT NULL REFERENCES person,
      proposed_at timestamptz NOT NULL,
      confirmed_by text REFERENCES person,
      confirmed_at timestamptz,
      dropped_at timestamptz
    )`,
  sql`
    CREATE TABLE batch_item (
      batch text NOT NULL REFERENCES batch,
      application text NOT NULL REFERENCES application,
      sentence text NOT NULL,
      subject text NOT NULL,
      text text NOT NULL,
      outcome text CHECK (outcome IN ('decided', 'left out')),
      PRIMARY KEY (batch, application)
    )`,
  sql`CREATE INDEX batch_item_application ON batch_item (application)`,
  sql`
    CREATE TABLE mail_words (
      term text NOT NULL REFERENCES term,
      kind text NOT NULL,
      subject text NOT NULL CHECK (length(subject) <= 150),
      text text NOT NULL CHECK (length(text) <= 4000),
      PRIMARY KEY (term, kind)
    )`,
  sql`
    CREATE TABLE invitation (
      id text PRIMARY KEY,
      term text NOT NULL REFERENCES term,
      person text NOT NULL REFERENCES person,
      role text NOT NULL,
      at timestamptz NOT NULL,
      by text NOT NULL,
      until timestamptz NOT NULL,
      UNIQUE (term, person, role)
    )`,
  sql`CREATE INDEX invitation_person ON invitation (person)`,
];
