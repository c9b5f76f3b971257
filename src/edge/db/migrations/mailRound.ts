import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mails of the server to itself: that they come back says that mails come and go. */
export const mailRound: Migration = {
  up: async (db) => {
    await sql`
      CREATE TABLE mail_round (
        digest text PRIMARY KEY,
        sent_at timestamptz NOT NULL,
        back_at timestamptz
      )`.execute(db);
  },
};
