import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '../term/createRandom.ts';
import type { Rush } from './rush.ts';
import { type RushRequest, type RushStep, rushRequests, rushSteps, wantedStatus } from './rushSteps.ts';

/** Everybody applies, each from a moment of their own; nobody waits for others, so a slow server has more and more to do. */
export async function rushDrawn(
  address: string,
  cookies: readonly string[],
  { seconds, seed }: { readonly seconds: number; readonly seed: number },
): Promise<Rush> {
  const { next } = createRandom(seed);
  const took = new Map<RushStep, number[]>(rushSteps.map((step) => [step, []]));
  const errors: string[] = [];
  const began = performance.now();
  const apply = async (cookie: string, after: number): Promise<void> => {
    await delay(after);
    for (const [index, request] of rushRequests(address, cookie).entries()) {
      const step = rushSteps[index] ?? 'the term';
      const asked = performance.now();
      const status = await ask(address, request);
      took.get(step)?.push(performance.now() - asked);
      if (status !== wantedStatus(step)) errors.push(`${step}: ${status}`);
    }
  };
  await Promise.all(cookies.map((cookie) => apply(cookie, next() * seconds * 1000)));
  return { seconds: (performance.now() - began) / 1000, took, errors };
}

/** A request that was described for the load tool. */
async function ask(address: string, described: RushRequest): Promise<number> {
  const { method, path, headers, setupRequest, onResponse } = described;
  const response = await fetch(`${address}${path}`, {
    ...{ method, headers, redirect: 'manual' },
    ...(setupRequest && { body: setupRequest({ method, path }).body }),
  });
  onResponse?.(response.status, await response.text());
  return response.status;
}
