import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../edge/db/schema.ts';
import type { MailReader } from '../edge/mailDoor/mailReader.ts';
import type { Mailer } from '../edge/notify/mailer.ts';

/** What the verbs about mail take of the server. */
export interface MailOffice {
  readonly db: Kysely<Schema>;
  now(): Date;
  newId(): string;
  readonly mailer: Mailer;
  readonly mailReader: MailReader;
  readonly mailSettings: MailSettings;
}

export interface MailSettings {
  /** Of Message-IDs, and of the addresses for tasks. */
  readonly domain: string;
  /** From whom our mails come. */
  readonly from: string;
  /** Whether the door is open, so that reports of failed mails can come back to it. */
  readonly hasDoor: boolean;
  /** At least 32 random bytes, kept with the server and not in its database: addresses for tasks are made from it. */
  readonly secret: Uint8Array;
}

export type Trx = Transaction<Schema>;
