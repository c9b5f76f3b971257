import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../test/world/freePort.ts';
import { openRush, RUSH_TERM, type RushPlace } from '../rush/rushTerm.ts';
import { servedApart } from '../rush/servedApart.ts';
import { bootOf, LOAD_TASK, loadTerm } from './loadTerm.ts';

export interface LoadOrder {
  readonly data: string;
  readonly url?: string;
  readonly minutes: number;
  /** Submissions a minute, and people who look at pages meanwhile. */
  readonly aMinute: number;
  readonly lookers: number;
}

export interface LoopHeld {
  readonly median: number;
  readonly most99: number;
  readonly most999: number;
  readonly most: number;
}

export interface LoadRound {
  /** Milliseconds from handing in to the page that says what was seen. */
  readonly answered: readonly number[];
  readonly looked: readonly number[];
  readonly loop: LoopHeld;
  readonly memory: number;
  readonly processorShare: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
}

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const LOOP = new URL('loopDelay.ts', import.meta.url).pathname;
/** A person reads what came before the next click. */
const READS_MS = 3000;

/** People hand in logs while others look at pages, on a programme that is made for it. */
export async function loadRound({ data, url, minutes, aMinute, lookers }: LoadOrder): Promise<LoadRound> {
  const port = await freePort();
  const place: RushPlace = { data, url, address: `http://127.0.0.1:${port}` };
  const cookies = await loadTerm(place, Math.max(aMinute * minutes, lookers));
  const loopFile = join(data, 'loop.json');
  process.env['PATCHLING_LOOP_FILE'] = loopFile;
  const server = await servedApart([
    ...['--import', LOOP, MAIN, 'programme', 'serve', '--data', data, '--http', `${port}`, '--smtp', '0'],
    ...['--address', place.address, ...(url === undefined ? [] : ['--database', url])],
  ]);
  const visitor = visits(place.address);
  const marks: string[] = [];
  for (const cookie of cookies) marks.push(await visitor.markOf(cookie));
  server.signal('SIGUSR2');
  const [began, processor] = [performance.now(), server.processorMs()];
  const end = began + minutes * 60_000;
  const answered: number[] = [];
  const looked: number[] = [];
  const handing = Array.from({ length: aMinute * minutes }, async (_, at) => {
    await delay((at * 60_000) / aMinute);
    answered.push(await visitor.handIn(cookies[at] ?? '', bootOf(marks[at] ?? '', at)));
  });
  const looking = Array.from({ length: lookers }, async (_, at) => {
    await delay((at * READS_MS) / lookers);
    for (let page = at; performance.now() < end; page++) {
      looked.push(await visitor.look(cookies[at] ?? '', page));
      await delay(READS_MS);
    }
  });
  await Promise.all([...handing, ...looking]);
  const processorShare = (server.processorMs() - processor) / (performance.now() - began);
  const memory = server.highWater();
  await server.stop();
  const loop = JSON.parse(readFileSync(loopFile, 'utf8')) as LoopHeld;
  const errors = [...visitor.errors, ...server.complaints];
  return { answered, looked, loop, memory, processorShare, outcomes: await outcomesOf(place), errors };
}

const PAGES = ['', '/tasks', `/tasks/${LOAD_TASK}`, '/course'];

/** What people ask for, and how long each answer took. */
function visits(address: string) {
  const errors: string[] = [];
  const timed = async (what: string, ask: () => Promise<Response>): Promise<number> => {
    const began = performance.now();
    const answer = await ask();
    await answer.arrayBuffer();
    if (answer.status >= 400) errors.push(`${what}: ${answer.status}`);
    return performance.now() - began;
  };
  const term = `${address}${RUSH_TERM}`;
  return {
    errors,
    markOf: async (cookie: string): Promise<string> => {
      const page = await fetch(`${term}/tasks/${LOAD_TASK}`, { headers: { cookie } });
      return /<code>(plg[a-z2-7]{12})<\/code>/.exec(await page.text())?.[1] ?? 'none';
    },
    look: (cookie: string, page: number) =>
      timed(PAGES[page % PAGES.length] ?? '', () =>
        fetch(term + (PAGES[page % PAGES.length] ?? ''), { headers: { cookie }, redirect: 'manual' }),
      ),
    handIn: (cookie: string, log: string) => {
      const form = new FormData();
      form.set('statement', 'It boots.');
      form.set('key', 'first');
      form.append('files', new File([log], 'boot.txt'));
      const headers = { cookie, origin: address, 'sec-fetch-site': 'same-origin' };
      return timed('hand in', () => fetch(`${term}/tasks/${LOAD_TASK}`, { method: 'POST', headers, body: form }));
    },
  };
}

async function outcomesOf(place: RushPlace): Promise<Readonly<Record<string, number>>> {
  const { database } = await openRush(place);
  try {
    const rows = await database.db
      .selectFrom('machine_look')
      .innerJoin('submission', 'submission.id', 'machine_look.submission')
      .select(({ fn }) => ['step', fn.countAll<string>().as('count')])
      .groupBy('step')
      .execute();
    return Object.fromEntries(rows.map(({ step, count }) => [step, Number(count)]));
  } finally {
    await database.close();
  }
}
