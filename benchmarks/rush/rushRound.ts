import { verifyChain } from '../../src/edge/db/verifyChain.ts';
import { freePort } from '../../test/world/freePort.ts';
import { hello, type Rush, rush, warm } from './rush.ts';
import { rushDrawn } from './rushDrawn.ts';
import { rushSteps } from './rushSteps.ts';
import { openRush, RUSH_TERM, type RushPlace, rushTerm } from './rushTerm.ts';
import { servedApart } from './servedApart.ts';

export interface RushOrder {
  readonly data: string;
  /** Of a PostgreSQL server; without it, the embedded one. */
  readonly url?: string;
  readonly people: number;
  /** All at the same time, so many at once; or each at a moment drawn from so many seconds. */
  readonly come:
    | { readonly kind: 'crowd'; readonly atATime: number }
    | { readonly kind: 'drawn'; readonly seconds: number; readonly seed: number };
  readonly helloSeconds: number;
}

export interface RushRound extends Rush {
  readonly helloASecond: number;
  /** At its most, in MB. */
  readonly memory: number;
  /** What the server used for each answer, in milliseconds. */
  readonly processorMs: number;
}

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const HELLO = new URL('helloServer.ts', import.meta.url).pathname;

/** One rush on a programme that is made for it, and what is there after the server was ended. Throws what is not kept. */
export async function rushRound(order: RushOrder): Promise<RushRound> {
  const { data, url, people, come, helloSeconds } = order;
  const port = await freePort();
  const place: RushPlace = { data, url, address: `http://127.0.0.1:${port}` };
  const cookies = await rushTerm(place, people);
  const helloASecond =
    helloSeconds === 0 ? 0 : await helloRate(come.kind === 'crowd' ? come.atATime : 100, helloSeconds);
  const server = await servedApart([
    ...[MAIN, 'programme', 'serve', '--data', data, '--http', `${port}`, '--smtp', '0', '--address', place.address],
    ...(url === undefined ? [] : ['--database', url]),
  ]);
  let rushed: Rush;
  let used: Pick<RushRound, 'memory' | 'processorMs'>;
  try {
    await warm(`${place.address}${RUSH_TERM}`);
    const before = server.processorMs();
    rushed =
      come.kind === 'crowd'
        ? await rush(place.address, cookies, come.atATime)
        : await rushDrawn(place.address, cookies, come);
    const answers = people * rushSteps.length;
    used = { memory: server.highWater(), processorMs: (server.processorMs() - before) / answers };
  } finally {
    await server.stop();
  }
  await checkKept(place, people);
  return { ...rushed, errors: [...rushed.errors, ...server.complaints], helloASecond, ...used };
}

async function helloRate(atATime: number, seconds: number): Promise<number> {
  const port = await freePort();
  const server = await servedApart([HELLO, `${port}`]);
  try {
    return await hello(`http://127.0.0.1:${port}`, atATime, seconds);
  } finally {
    await server.stop();
  }
}

/** Everybody's application is sent, once, told about once, and the log of decisions holds. */
async function checkKept(place: RushPlace, people: number): Promise<void> {
  const { database } = await openRush(place);
  const { db } = database;
  try {
    const sent = await db.selectFrom('application').select('id').where('state', '=', 'sent').execute();
    const facts = await db.selectFrom('decision').select('about').where('kind', '=', 'application-sent').execute();
    const mails = await db.selectFrom('outbox').select('person').where('kind', '=', 'application-received').execute();
    const told = {
      sent: sent.length,
      facts: facts.length,
      of: new Set(facts.map(({ about }) => about)).size,
      mails: new Set(mails.map(({ person }) => person)).size,
    };
    if (Object.values(told).some((count) => count !== people)) {
      throw new Error(`${people} people applied, and there are ${JSON.stringify(told)}`);
    }
    const chain = await verifyChain(db);
    if (chain.kind !== 'holds') throw new Error(`the log of decisions is broken: ${JSON.stringify(chain)}`);
  } finally {
    await database.close();
  }
}
