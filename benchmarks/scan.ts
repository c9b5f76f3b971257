import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ALLOCATORS } from '../src/core/finding/allocators.ts';
import { walkTree } from '../src/edge/scan/walkTree.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { median, type Timed, timed } from './timed.ts';
import { treeName } from './treeName.ts';

/** Interleaved pairs against ripgrep with the same names, then Coccinelle on fs/btrfs; a Markdown table. */
const PAIRS = 7;
const FEWER = 5;

const tree = kernelTree() ?? process.exit(notThere());
const patchling = resolve('bin/patchling');
const names = ALLOCATORS.map(({ name }) => name).join('|');
const rg = ['rg', '-j2', '-c', '-w', names, '-g', '*.[ch]', tree];
const find = [patchling, 'find', '--rule', 'allocator-arithmetic', '--all', '--json', '--tree', tree];

function notThere(): number {
  process.stdout.write('There is no kernel tree here: set PATCHLING_TREE, or run npm start once.\n');
  return 0;
}

const cacheFolder = mkdtempSync(join(tmpdir(), 'patchling-benchmark-'));
const env = { XDG_CACHE_HOME: cacheFolder, NODE_COMPILE_CACHE: join(cacheFolder, 'node') };
const scans = join(cacheFolder, 'patchling', 'scans');

const pairs = async (count: number, before: () => void): Promise<{ ours: Timed[]; theirs: Timed[] }> => {
  const ours: Timed[] = [];
  const theirs: Timed[] = [];
  for (let pair = 0; pair < count; pair++) {
    theirs.push(await timed(rg));
    before();
    ours.push(await timed(find, env));
  }
  return { ours, theirs };
};

const row = (what: string, { ours, theirs }: { ours: Timed[]; theirs: Timed[] }): string => {
  const own = median(ours.map(({ seconds }) => seconds));
  const other = median(theirs.map(({ seconds }) => seconds));
  const ratios = ours.map(({ seconds }, pair) => seconds / (theirs[pair]?.seconds ?? 1));
  const first = median(ours.map((one) => one.first));
  const peak = Math.max(...ours.map((one) => one.peak));
  const numbers = [`${own.toFixed(2)} s`, `${other.toFixed(2)} s`, median(ratios).toFixed(2), `${first.toFixed(2)} s`];
  return `| ${[what, ...numbers, `${peak.toFixed(0)} MB`].join(' | ')} |`;
};

await timed(find, env); // warms the page cache and the compiled code
const cold = await pairs(PAIRS, () => rmSync(scans, { recursive: true, force: true }));
await timed(find, env);
const again = await pairs(FEWER, () => {});
const sites = cold.ours.at(-1)?.stdout.trim().split('\n').length ?? 0;

const folder = 'fs/btrfs';
const files = readdirSync(join(tree, folder)).filter((name) => name.endsWith('.c')).length;
const patch = resolve('benchmarks/allocatorArithmetic.cocci');
const quiet = ['-D', 'report', '--no-includes', '--very-quiet'];
const spatch = await timed(['spatch', '--sp-file', patch, ...quiet, '--dir', folder], {}, tree).catch(() => undefined);
const all = [...walkTree(tree, [''])].flatMap((walked) => (walked.kind === 'files' ? walked.paths : [])).length;
const perFile = median(cold.ours.map(({ seconds }) => seconds)) / all;

const milliseconds = (seconds: number, digits: number): string => `${(seconds * 1000).toFixed(digits)} ms`;

const compared = (time: number): string =>
  `\`spatch\` with \`benchmarks/allocatorArithmetic.cocci\` on the ${files} .c files of ${folder}: ${time.toFixed(1)} s,
${milliseconds(time / files, 0)} a file; patchling's whole scan of ${all} files ${milliseconds(perFile, 3)} a file:
${Math.round(time / files / perFile)} times less.`;

process.stdout.write(`## Scanning a whole tree for allocator-arithmetic

\`node benchmarks/scan.ts\`, ${treeName(tree)}, interleaved pairs (${PAIRS} and ${FEWER}), each a new process, warm page cache;
\`rg -j2 -c -w\` with the same ${ALLOCATORS.length} names.

| | patchling | rg | ratio (median of pairs) | first result | peak memory |
| --- | --- | --- | --- | --- | --- |
${row(`first scan, ${sites} sites`, cold)}
${row('second scan, nothing changed', again)}

${spatch ? compared(spatch.seconds) : 'spatch is not installed: sudo apt-get install coccinelle'}
`);
rmSync(cacheFolder, { recursive: true, force: true });
