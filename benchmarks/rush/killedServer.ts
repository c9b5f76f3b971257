import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../src/core/std.ts';
import { runningPostmaster } from '../../src/edge/db/embedded/postmaster.ts';
import { verifyChain } from '../../src/edge/db/verifyChain.ts';
import { createMailer } from '../../src/edge/notify/mailer.ts';
import { type MailSink, openMailSink } from '../../src/edge/notify/mailSink.ts';
import { listInDoubt } from '../../src/office/listInDoubt.ts';
import { sendMails } from '../../src/office/sendMails.ts';
import { freePort } from '../../test/world/freePort.ts';
import { atOnce } from '../term/atOnce.ts';
import { openRush, RUSH_TERM, type RushPlace, rushTerm } from './rushTerm.ts';
import { type ServedApart, servedApart } from './servedApart.ts';
import { type Acknowledged, stubbornPerson } from './stubbornPerson.ts';

export interface KillOrder {
  readonly data: string;
  readonly url?: string;
  readonly people: number;
  readonly rounds: number;
  readonly random: Random;
}

export interface KilledServer {
  /** Kills while somebody applied. */
  readonly rounds: number;
  /** How often PostgreSQL was killed: with it, and each second time alone, so that the server has to open it again. */
  readonly ofPostgres: number;
  readonly saved: number;
  readonly sent: number;
  readonly mails: number;
  /** Mails that arrived more than once; each of them is listed as in doubt. */
  readonly twice: number;
  readonly inDoubt: number;
}

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const LANES = 8;

/** `programme serve` is killed again and again while people apply and are written to. Throws what was not kept. */
export async function killedServer(order: KillOrder): Promise<KilledServer> {
  const { data, url, people, rounds, random } = order;
  const port = await freePort();
  const place: RushPlace = { data, url, address: `http://127.0.0.1:${port}` };
  const cookies = await rushTerm(place, people);
  const sink = await openMailSink(() => new Date(), { keep: Number.POSITIVE_INFINITY });
  const serve = (): Promise<ServedApart> =>
    servedApart([
      ...[MAIN, 'programme', 'serve', '--data', data, '--http', `${port}`, '--smtp', '0', '--address', place.address],
      ...['--mail-out', `smtp://127.0.0.1:${sink.port}`, ...(url === undefined ? [] : ['--database', url])],
    ]);
  const told = new Map<string, Acknowledged['done']>();
  const tell = ({ mark, done }: Acknowledged): void => void told.set(mark, done);
  let server = await serve();
  const applying = atOnce([...cookies.entries()], LANES, ([index, cookie]) =>
    stubbornPerson(place.address, { cookie, mark: `person-${index}-end` }, tell),
  );
  let [round, ofPostgres, isOver] = [0, 0, false];
  const over = applying.finally(() => {
    isOver = true;
  });
  for (; round < rounds && !isOver; round++) {
    await delay(50 + random() * 500);
    const doesDie = { server: url !== undefined || round % 4 !== 0, postgres: url === undefined && round % 4 < 2 };
    if (doesDie.postgres) ofPostgres += killPostgres(data);
    if (doesDie.server) {
      await server.kill();
      server = await serve();
    } else await untilOpen(place);
    await checkKept(place, told);
  }
  await over;
  await server.stop();
  const mails = await checkMails(place, sink, told);
  await sink.close();
  const sent = [...told.values()].filter((done) => done === 'sent').length;
  return { rounds: round, ofPostgres, saved: told.size, sent, ...mails };
}

const killPostgres = (data: string): number => {
  const running = runningPostmaster(join(data, 'postgres', 'cluster'));
  if (!running) return 0;
  process.kill(running.pid, 'SIGKILL');
  return 1;
};

/** A server whose database was killed answers again. */
async function untilOpen({ address }: RushPlace): Promise<void> {
  // It takes a moment until it knows.
  await delay(200);
  while ((await fetch(`${address}${RUSH_TERM}`).catch(() => undefined))?.status !== 200) await delay(50);
}

/** Whatever was acknowledged until now is there, once, and so is its fact. */
async function checkKept(place: RushPlace, told: ReadonlyMap<string, Acknowledged['done']>): Promise<void> {
  const acknowledged = [...told];
  const { database } = await openRush(place, { beside: true });
  try {
    const { db } = database;
    const rows = await db.selectFrom('application').select(['id', 'words', 'state']).execute();
    const facts = await db.selectFrom('decision').select('about').where('kind', '=', 'application-sent').execute();
    const about = new Map<string, number>();
    for (const fact of facts) about.set(fact.about ?? '', (about.get(fact.about ?? '') ?? 0) + 1);
    const byMark = new Map(rows.map((row) => [row.words.split(' ', 1)[0] ?? '', row]));
    for (const [mark, done] of acknowledged) {
      const row = byMark.get(mark);
      if (!row) throw new Error(`${mark} was ${done}, and is not there`);
      if (done === 'sent' && (row.state !== 'sent' || about.get(row.id) !== 1))
        throw new Error(`${mark} was sent, and is ${row.state} with ${about.get(row.id) ?? 0} facts`);
    }
    const chain = await verifyChain(db);
    if (chain.kind !== 'holds') throw new Error(`the log of decisions is broken: ${JSON.stringify(chain)}`);
  } finally {
    await database.close();
  }
}

/** After the leases of those that died are over, every mail went out; what went out twice is listed as in doubt. */
async function checkMails(
  place: RushPlace,
  sink: MailSink,
  told: ReadonlyMap<string, string>,
): Promise<Pick<KilledServer, 'mails' | 'twice' | 'inDoubt'>> {
  const later = (): Date => new Date(Date.now() + 3_600_000);
  const { office, database } = await openRush(place, { now: later });
  try {
    const from = { name: 'Patchling', address: office.mailSettings.from };
    const mailer = createMailer({ host: '127.0.0.1', port: sink.port, from });
    await sendMails({ ...office, mailer }, { most: told.size });
    const put = await office.db.selectFrom('outbox').select(['message_id', 'kind']).execute();
    const doubted = new Set((await listInDoubt(office, told.size)).map(({ messageId }) => messageId));
    const arrived = new Map<string, number>();
    for (const { messageId } of sink.mails()) arrived.set(messageId, (arrived.get(messageId) ?? 0) + 1);
    const received = put.filter(({ kind }) => kind === 'application-received');
    if (received.length !== told.size) throw new Error(`${told.size} people sent, ${received.length} mails were put`);
    let twice = 0;
    for (const { message_id: id } of put) {
      const times = arrived.get(id) ?? arrived.get(`<${id}>`) ?? 0;
      if (times === 0) throw new Error(`the mail ${id} never went out`);
      if (times > 1 && !doubted.has(id)) throw new Error(`the mail ${id} went out ${times} times, and nobody is told`);
      if (times > 1) twice++;
    }
    return { mails: put.length, twice, inDoubt: doubted.size };
  } finally {
    await database.close();
  }
}
