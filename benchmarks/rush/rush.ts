import autocannon, { type Request } from 'autocannon';
import { type RushStep, rushRequests, rushSteps, wantedStatus } from './rushSteps.ts';

export interface Rush {
  readonly seconds: number;
  /** Milliseconds of each answer, by what was asked for. */
  readonly took: ReadonlyMap<RushStep, readonly number[]>;
  /** Answers that were not those that a person would have wanted, and connections that broke. */
  readonly errors: readonly string[];
}

/** Everybody applies, so many at the same time, each as fast as they are answered. */
export async function rush(address: string, cookies: readonly string[], atATime: number): Promise<Rush> {
  const took = new Map<RushStep, number[]>(rushSteps.map((step) => [step, []]));
  const errors: string[] = [];
  const share = cookies.length / atATime;
  if (!Number.isInteger(share)) throw new Error(`${cookies.length} people are not several times ${atATime}`);
  let clients = 0;
  const began = performance.now();
  const result = await autocannon({
    ...{ url: address, connections: atATime, amount: cookies.length * rushSteps.length, timeout: 60 },
    setupClient: (client) => {
      const mine = cookies.slice(clients * share, ++clients * share);
      client.setRequests(mine.flatMap((cookie) => rushRequests(address, cookie) as Request[]));
      let answered = 0;
      client.on('response', (status, _, ms) => {
        const step = rushSteps[answered++ % rushSteps.length] ?? 'the term';
        took.get(step)?.push(ms);
        if (status !== wantedStatus(step)) errors.push(`${step}: ${status}`);
      });
    },
  });
  const seconds = (performance.now() - began) / 1000;
  if (result.errors > 0) errors.push(`${result.errors} connections broke, ${result.timeouts} of them waited too long`);
  return { seconds, took, errors };
}

/** Answers a second of something small, for comparison. */
export async function hello(address: string, atATime: number, seconds: number): Promise<number> {
  const { requests, errors } = await autocannon({ url: address, connections: atATime, duration: seconds });
  if (errors > 0) throw new Error(`hello had ${errors} errors`);
  return requests.average;
}

/** Visitors who look at a page, so that it is no server of the first minute that is measured. */
export async function warm(address: string): Promise<void> {
  await autocannon({ url: address, connections: 10, amount: 500 });
}
