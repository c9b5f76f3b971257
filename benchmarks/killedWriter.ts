// Run by benchmarks/killRounds.ts: serves a database until it is killed, and says on standard output what it has committed.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { fromKysely } from 'pg-boss';
import { appendToChain } from '../src/edge/db/appendToChain.ts';
import { openDatabase } from '../src/edge/db/openDatabase.ts';
import { QUEUE, startKilledJobs } from './killedJobs.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '' }, url: { type: 'string' } } });
// As a server does whose database has gone: it ends, and whoever watches it starts it again.
const leave = (): never => process.exit(1);
process.on('unhandledRejection', leave);
const { url, data } = values;
const { db, url: address } = await openDatabase({ data, onLost: leave, ...(url !== undefined && { url }) });
const jobs = await startKilledJobs(address);

const write = async (writer: number): Promise<void> => {
  for (;;) {
    const id = randomUUID();
    await db.transaction().execute(async (trx) => {
      await sql`INSERT INTO killed_write (id) VALUES (${id})`.execute(trx);
      await jobs.send(QUEUE, { id }, { db: fromKysely(trx) });
      await appendToChain(trx, { at: new Date(), by: `writer-${writer}`, kind: 'written', about: id, body: {} });
    });
    writeSync(1, `${id}\n`);
  }
};

await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer))).catch(leave);
