import { type Kysely, sql } from 'kysely';

export const people = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      CREATE TABLE person (
        id text PRIMARY KEY,
        address text UNIQUE CHECK (address = lower(address) AND length(address) <= 254),
        name text NOT NULL CHECK (length(name) <= 200),
        zone text NOT NULL DEFAULT 'UTC',
        address_proven boolean NOT NULL DEFAULT false,
        image text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        frozen_at timestamptz,
        erased_at timestamptz
      )`.execute(db);
    await sql`
      CREATE TABLE membership (
        term text NOT NULL,
        person text NOT NULL REFERENCES person,
        role text NOT NULL CHECK (role IN ('applicant', 'mentee', 'reviewer', 'mentor', 'lead mentor', 'organiser')),
        given_at timestamptz NOT NULL,
        given_by text NOT NULL,
        most integer CHECK (most > 0),
        PRIMARY KEY (term, person, role)
      )`.execute(db);
    await sql`CREATE INDEX membership_person ON membership (person)`.execute(db);
  },
};
