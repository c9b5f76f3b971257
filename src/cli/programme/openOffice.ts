import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { type ErasedList, erasedList } from '../../edge/db/erasedList.ts';
import { migrate } from '../../edge/db/migrate.ts';
import { type Database, openDatabase } from '../../edge/db/openDatabase.ts';
import { serverSecret } from '../../edge/serverSecret.ts';
import type { MailSettings } from '../../office/mailOffice.ts';
import type { Office } from '../../office/office.ts';
import { eraseRows } from '../../office/privacy/erasePerson.ts';
import type { Called } from '../commandTable.ts';
import type { Face } from '../face.ts';
import { optionText } from '../optionText.ts';

export interface OfficeOrder {
  /** Absolute: the folder that holds everything. */
  readonly data: string;
  /** A PostgreSQL server's, where it is not our own. */
  readonly url?: string | undefined;
  readonly address: string;
  /** Of Message-IDs, and of the addresses for tasks. */
  readonly domain: string;
  readonly from?: string;
  /** Beside a server that may be running. */
  readonly beside?: boolean;
  now(): Date;
}

export interface OpenOffice {
  readonly office: Office;
  readonly database: Database;
  readonly data: string;
  readonly erased: ErasedList;
  /** Once the line that makes us the only server has broken: another may begin, so everything here is to end. */
  readonly lost: Promise<void>;
}

/** Opens a programme: its database brought up to this version, erasures that a crash cut off made up for. Throws Trouble. */
export async function openOffice(order: OfficeOrder): Promise<OpenOffice> {
  const { data, url, address, domain, now } = order;
  const lost = Promise.withResolvers<void>();
  const database = await openDatabase({
    ...{ data, ...(url === undefined ? {} : { url }), beside: order.beside === true, onLost: () => lost.resolve() },
  });
  try {
    const { db } = database;
    await migrate(db);
    const erased = erasedList(data);
    for (const person of await erased.unfinished(db)) {
      await db.transaction().execute(async (trx) => eraseRows(trx, person, now()));
    }
    const mailSettings: MailSettings = {
      ...{ domain, from: order.from ?? `programme@${domain}`, hasDoor: true, secret: serverSecret(data) },
    };
    const office = { db, address, mailSettings, now, newId: randomUUID };
    return { data, database, erased, office, lost: lost.promise };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What the options of every command of the server say. */
export function officeOrder({ host }: Face, { options }: Called): OfficeOrder {
  const named = optionText(options, 'data');
  if (named === undefined) {
    throw new Trouble('input', {
      what: 'No data folder is named.',
      next: 'Add --data DIR: everything is kept below it.',
    });
  }
  const address = addressOf(optionText(options, 'address')) ?? 'http://localhost:7430';
  const domain = optionText(options, 'domain') ?? new URL(address).hostname;
  return {
    ...{ data: resolve(host.cwd, named), url: optionText(options, 'database'), address, domain, now: host.now },
  };
}

function addressOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new Trouble('input', {
    what: `--address ${given} is no address of a web server.`,
    next: 'Write it as https://programme.example, without a path.',
  });
}
