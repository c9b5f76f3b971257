import { type Kysely, sql } from 'kysely';

/** Signing in: passkeys, sessions, what was mailed, what is counted at the door, tokens for programs. */
export const signIn = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const table of [passkey, session, account, verification, tries, apiToken]) await table.execute(db);
    for (const index of indexes) await index.execute(db);
  },
};

const passkey = sql`
  CREATE TABLE passkey (
    id text PRIMARY KEY,
    person text NOT NULL REFERENCES person ON DELETE CASCADE,
    credential text NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL CHECK (length(name) <= 100),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
  )`;

const session = sql`
  CREATE TABLE session (
    id text PRIMARY KEY,
    token_digest text NOT NULL UNIQUE,
    person text NOT NULL REFERENCES person ON DELETE CASCADE,
    level text NOT NULL CHECK (level IN ('link', 'passkey')),
    passkey text REFERENCES passkey ON DELETE CASCADE,
    user_agent text NOT NULL,
    ip_address text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK ((level = 'passkey') = (passkey IS NOT NULL))
  )`;

const account = sql`
  CREATE TABLE sign_in_account (
    id text PRIMARY KEY,
    account_id text NOT NULL,
    provider_id text NOT NULL,
    person text NOT NULL REFERENCES person ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`;

const verification = sql`
  CREATE TABLE sign_in_verification (
    id text PRIMARY KEY,
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`;

const tries = sql`
  CREATE TABLE sign_in_try (
    key text PRIMARY KEY,
    count integer NOT NULL,
    since timestamptz NOT NULL
  )`;

const apiToken = sql`
  CREATE TABLE api_token (
    id text PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    name text NOT NULL CHECK (length(name) <= 100),
    scopes text[] NOT NULL,
    person text REFERENCES person ON DELETE CASCADE,
    role text,
    term text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz,
    ended_at timestamptz,
    CHECK (num_nonnulls(person, role) = 1 AND (role IS NULL) = (term IS NULL))
  )`;

const indexes = [
  sql`CREATE INDEX passkey_person ON passkey (person)`,
  sql`CREATE INDEX session_person ON session (person)`,
  sql`CREATE INDEX session_passkey ON session (passkey)`,
  sql`CREATE INDEX sign_in_verification_identifier ON sign_in_verification (identifier)`,
  sql`CREATE INDEX sign_in_verification_expiry ON sign_in_verification (expires_at)`,
  sql`CREATE INDEX api_token_person ON api_token (person)`,
];
