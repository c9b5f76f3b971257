import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { kernelTree } from '../test/world/kernelTree.ts';
import { serveDesk } from '../test/world/servedDesk.ts';
import { treeName } from './treeName.ts';

/** A hundred requests at once for pages of the workbench; rounds with and without a scan from nothing take turns. */
const tree = kernelTree() ?? process.exit(notThere());
const rounds = Number(process.argv[2] ?? 5);

function notThere(): number {
  process.stdout.write('There is no kernel tree here: set PATCHLING_TREE, or run npm start once.\n');
  return 0;
}

const AT_ONCE = 100;
const served = await serveDesk(tree);
const entered = await fetch(served.entrance, { redirect: 'manual' });
const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
/** Each on a connection of its own, as a hundred windows would. */
const get = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(served.origin + path, { headers: { cookie }, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end();
  });

const scanned = async (): Promise<void> => {
  for (;;) {
    if (!(await get('/')).includes('scanning now')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
await scanned();
const found = await get('/find');
const sites = [...found.matchAll(/href="(\/site\?at=[^"]+)"/g)].map(([, at = '']) => at);
const addresses = ['/', '/find', '/map', '/find?page=2', '/map?under=drivers', ...sites];

/** Milliseconds of each of a hundred requests that begin together. */
const burst = async (): Promise<number[]> =>
  Promise.all(
    Array.from({ length: AT_ONCE }, async (_, index) => {
      const began = performance.now();
      await get(addresses[index % addresses.length] ?? '/');
      return performance.now() - began;
    }),
  );

const scanAgain = (): Promise<Response> =>
  fetch(`${served.origin}/find/again`, {
    method: 'POST',
    headers: { cookie, origin: served.origin },
    redirect: 'manual',
  });

await burst(); // what is read once is read
const still: number[][] = [];
const busy: number[][] = [];
for (let round = 0; round < rounds; round++) {
  still.push(await burst());
  // Without its cache a scan looks at every file, with both of its workers.
  rmSync(join(served.home, '.cache/patchling/scans'), { recursive: true, force: true });
  await scanAgain();
  busy.push(await burst());
  await scanned();
}
await served.stop();

const slowest = (all: readonly number[][]): number[] => all.map((one) => Math.round(Math.max(...one)));
const middle = (values: readonly number[]): number =>
  Math.round(values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0);
const row = (what: string, all: readonly number[][]): string =>
  `| ${what} | ${slowest(all).join(', ')} | ${middle(all.flat())} |`;

const ratio = (middle(slowest(busy)) / middle(slowest(still))).toFixed(2);
process.stdout.write(`# A hundred requests at once, while a scan runs

\`node benchmarks/webLoad.ts ${rounds}\` on ${treeName(tree)}: ${AT_ONCE} requests that begin
together, for ${addresses.length} pages (Today, Find, the map, ${sites.length} sites).
Rounds with and without a scan of the whole tree from nothing take turns.

| | slowest answer of each round, ms | median answer, ms |
| --- | --- | --- |
${row('nothing else is done', still)}
${row('the tree is scanned', busy)}

The slowest answer takes ${ratio} times as long while the tree is scanned (medians of the rounds).
`);
