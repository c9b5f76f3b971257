import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseMaintainers, valuesOf } from '../src/core/maintainers/parseMaintainers.ts';
import { median, type Timed, timed } from './timed.ts';

/** Cards against `git log --name-only` over the subsystem's paths: first, again, and after new commits. */
const PAIRS = 5;
const NEW_COMMITS = 200;
const NAMES = process.argv.slice(2);

const history = process.env['PATCHLING_HISTORY'];
const patchling = resolve('bin/patchling');
const folder = mkdtempSync(join(tmpdir(), 'patchling-benchmark-'));
const cache = join(folder, 'cache', 'patchling');
const env = {
  XDG_CACHE_HOME: join(folder, 'cache'),
  XDG_DATA_HOME: join(folder, 'data'),
  XDG_STATE_HOME: join(folder, 'state'),
  NODE_COMPILE_CACHE: join(folder, 'node'),
};

const card = (tree: string, name: string) => timed([patchling, 'subsystem', name, '--json', '--tree', tree], env);

/** What git needs alone, its output thrown away, which is the quickest. */
const gitLog = (tree: string, paths: readonly string[]) =>
  timed(['sh', '-c', 'exec git -C "$0" log --name-only -- "$@" >/dev/null', tree, ...paths]);

const git = async (tree: string, ...args: readonly string[]): Promise<string> =>
  (await timed(['git', '-C', tree, ...args])).stdout.trim();

const pathsOf = (tree: string, name: string): readonly string[] => {
  const section = parseMaintainers(readFileSync(join(tree, 'MAINTAINERS'), 'utf8')).sections.find(
    ({ title }) => title === name,
  );
  if (!section) throw new Error(`MAINTAINERS has no section ${name}.`);
  return valuesOf(section, 'F');
};

interface Order {
  readonly tree: string;
  readonly name: string;
  /** What happens before each of our runs, unmeasured. */
  before(): void;
}

const row = async (what: string, { tree, name, before }: Order): Promise<string> => {
  const ours: Timed[] = [];
  const theirs: Timed[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    theirs.push(await gitLog(tree, pathsOf(tree, name)));
    before();
    ours.push(await card(tree, name));
  }
  const seconds = (runs: readonly Timed[]): string => `${median(runs.map((one) => one.seconds)).toFixed(2)} s`;
  const ratios = ours.map((one, pair) => one.seconds / (theirs[pair]?.seconds ?? 1));
  const peak = `${Math.max(...ours.map((one) => one.peak)).toFixed(0)} MB`;
  return `| ${[name, what, seconds(ours), seconds(theirs), median(ratios).toFixed(2), peak].join(' | ')} |`;
};

const forget = (part: string) => () => rmSync(join(cache, part), { recursive: true, force: true });

const forgetHistory = (): void => {
  forget('histories')();
  forget('cards')();
};

/** The history moves on by some commits, the files stay as they are; every run begins with what was known before. */
const afterPull = async (tree: string, name: string): Promise<readonly string[]> => {
  const clone = join(folder, 'clone');
  const kept = join(folder, 'kept');
  const head = await git(tree, 'rev-parse', 'HEAD');
  await timed(['git', 'clone', '--quiet', '--shared', tree, clone]);
  await git(clone, 'reset', '--quiet', '--soft', `${head}~${NEW_COMMITS}`);
  await card(clone, name);
  cpSync(cache, kept, { recursive: true });
  const count = await git(clone, 'rev-list', '--count', '--no-merges', `HEAD..${head}`);
  await git(clone, 'reset', '--quiet', '--soft', head);
  const restore = (): void => {
    forget('')();
    cpSync(kept, cache, { recursive: true, preserveTimestamps: true });
  };
  const table = await row(`after ${count} new commits`, { tree: clone, name, before: restore });
  const grown = (await card(clone, name)).stdout;
  forget('')();
  const same = grown === (await card(clone, name)).stdout;
  return [
    table,
    `\nThe card after new commits is ${same ? 'the same as' : 'ANOTHER than'} one read from the beginning.`,
  ];
};

if (history === undefined) process.stdout.write('There is no history here: set PATCHLING_HISTORY to a clone.\n');
else {
  const names = NAMES.length > 0 ? NAMES : ['NETWORK', 'ARM ALTERA SOCFPGA', 'ALIST'];
  const rows: string[] = [];
  for (const name of names) {
    await card(history, name); // warms the page cache and the compiled code
    rows.push(await row('first, nothing known', { tree: history, name, before: forget('') }));
    rows.push(await row('first of its history', { tree: history, name, before: forgetHistory }));
    rows.push(await row('another card was read before', { tree: history, name, before: forget('cards') }));
    rows.push(await row('again', { tree: history, name, before: () => {} }));
  }
  const [pulled, same] = await afterPull(history, names[0] ?? '');
  const commits = await git(history, 'rev-list', '--count', 'HEAD');
  process.stdout.write(`## Cards

\`PATCHLING_HISTORY=DIR node benchmarks/cards.ts\`, ${commits} commits, interleaved pairs (${PAIRS}), each a new process, warm
page cache; against \`git log --name-only\` over the paths of the section's \`F:\` lines.

| subsystem | | patchling | git log | ratio (median of pairs) | peak memory |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
${pulled}
${same}
`);
}
rmSync(folder, { recursive: true, force: true });
