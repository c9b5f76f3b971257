import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mails out and in, and who wants which. */
export const mail: Migration = {
  up: async (db) => {
    for (const statement of [
      OUTBOX,
      OUTBOX_DUE,
      OUTBOX_PERSON,
      WISH,
      STOP,
      TOKEN,
      TOKEN_PERSON,
      IN,
      IN_OPEN,
      IN_ONCE,
      ANSWER,
    ])
      await sql.raw(statement).execute(db);
  },
};

const OUTBOX = `
  CREATE TABLE outbox (
    id text PRIMARY KEY,
    person text,
    address text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    message_id text NOT NULL UNIQUE,
    put_key text NOT NULL UNIQUE,
    return_digest text UNIQUE,
    state text NOT NULL CHECK (state IN ('waiting', 'gathering', 'offered', 'accepted', 'rejected', 'stopped')),
    tries integer NOT NULL CHECK (tries >= 0),
    created_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    until timestamptz,
    offered_at timestamptz,
    answered_at timestamptz,
    doubted_at timestamptz,
    response text NOT NULL,
    CHECK ((state = 'offered') <= (offered_at IS NOT NULL)),
    CHECK ((state IN ('accepted', 'rejected')) <= (answered_at IS NOT NULL))
  )`;
const OUTBOX_DUE = `CREATE INDEX outbox_due ON outbox (next_at) WHERE state IN ('waiting', 'gathering', 'offered')`;
const OUTBOX_PERSON = 'CREATE INDEX outbox_person ON outbox (person)';
const WISH = `
  CREATE TABLE mail_wish (
    person text NOT NULL,
    kind text NOT NULL,
    wish text NOT NULL CHECK (wish IN ('wanted', 'digest', 'never')),
    set_at timestamptz NOT NULL,
    PRIMARY KEY (person, kind)
  )`;
const STOP = `
  CREATE TABLE mail_stop (
    address text PRIMARY KEY CHECK (address = lower(address)),
    person text,
    because text NOT NULL,
    stopped_at timestamptz NOT NULL
  )`;
const TOKEN = `
  CREATE TABLE mail_token (
    digest text PRIMARY KEY,
    person text NOT NULL,
    task text NOT NULL,
    turn integer NOT NULL CHECK (turn >= 1),
    made_at timestamptz NOT NULL,
    until timestamptz,
    ended_at timestamptz,
    UNIQUE (person, task, turn)
  )`;
const TOKEN_PERSON = 'CREATE UNIQUE INDEX mail_token_now ON mail_token (person, task) WHERE ended_at IS NULL';
const IN = `
  CREATE TABLE mail_in (
    id text PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('task', 'bounce')),
    token text NOT NULL,
    raw bytea NOT NULL,
    envelope_from text NOT NULL,
    peer text NOT NULL,
    received_at timestamptz NOT NULL,
    state text NOT NULL
      CHECK (state IN ('received', 'submitted', 'refused', 'ignored', 'duplicate', 'bounce', 'failed')),
    because text NOT NULL,
    tries integer NOT NULL,
    judged_at timestamptz,
    message_key text,
    submission text,
    CHECK ((state = 'submitted') <= (submission IS NOT NULL))
  )`;
const IN_OPEN = `CREATE INDEX mail_in_open ON mail_in (received_at) WHERE state = 'received'`;
const IN_ONCE = `CREATE UNIQUE INDEX mail_in_once ON mail_in (token, message_key) WHERE state = 'submitted'`;
const ANSWER = 'CREATE TABLE mail_answer (person text PRIMARY KEY, answered_at timestamptz NOT NULL)';
