import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { type Database, openDatabase } from '../../edge/db/openDatabase.ts';
import type { Office } from '../../office/office.ts';
import type { Called } from '../commandTable.ts';
import type { Face } from '../face.ts';
import { optionText } from '../optionText.ts';

export interface OpenOffice {
  readonly office: Office;
  readonly database: Database;
  /** Absolute. */
  readonly data: string;
}

/** The programme of a data folder; its database is brought up to this version first. Throws Trouble. */
export async function openOffice({ host }: Face, { options }: Called, address: string): Promise<OpenOffice> {
  const named = optionText(options, 'data');
  if (named === undefined) {
    throw new Trouble('input', {
      what: 'No data folder is named.',
      next: 'Add --data DIR: everything is kept below it.',
    });
  }
  const data = resolve(host.cwd, named);
  const url = optionText(options, 'database');
  const database = await openDatabase(url === undefined ? { data } : { data, url });
  const { db } = database;
  // What is put here is sent by the server: it has the door to which failed mails come back, and its secret.
  const mailSettings = { domain: new URL(address).hostname, from: '', hasDoor: false, secret: new Uint8Array() };
  return { data, database, office: { db, address, mailSettings, now: host.now, newId: randomUUID } };
}
