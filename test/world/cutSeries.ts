import { execFileSync, spawnSync } from 'node:child_process';
import { draw, type Random, seededRandom } from '../../src/core/std.ts';

/** Commits of one author in a row, as a series would be made of them. */
export interface CutSeries {
  /** The commit before the first of them. */
  readonly base: string;
  readonly tip: string;
  /** The address of who wrote them. */
  readonly author: string;
  readonly length: number;
}

const LONGEST = 12;
const BYTES = { maxBuffer: 2 ** 30 };

/** Series of 1 to 12 commits, without merges, drawn from a repository by a seed; the same seed draws the same. */
export const cutSeries = (history: string, seed: string, count: number): readonly CutSeries[] => {
  const random = seededRandom(seed);
  const commits = commitsOf(history);
  const tips = tipsByLength(commits);
  const cut = new Map<string, CutSeries>();
  for (let tries = count * 20; tries > 0 && cut.size < count; tries--) {
    const series = drawSeries(commits, tips, random);
    if (series && !cut.has(series.tip) && isWhole(history, series)) cut.set(series.tip, series);
  }
  return [...cut.values()];
};

interface Commit {
  readonly parent: string;
  readonly author: string;
  /** How many commits of the same author end with it, each the parent of the next. */
  readonly run: number;
}

const commitsOf = (history: string): ReadonlyMap<string, Commit> => {
  const args = ['log', '--topo-order', '--reverse', '--no-merges', '--min-parents=1', '--format=%H %P %ae'];
  const found = new Map<string, Commit>();
  for (const line of execFileSync('git', args, { cwd: history, encoding: 'utf8', ...BYTES }).split('\n')) {
    const [, id, parent, author] = /^(\w+) (\w+) (.+)$/.exec(line) ?? [];
    if (id === undefined || parent === undefined || author === undefined) continue;
    const before = found.get(parent);
    found.set(id, { parent, author, run: 1 + (before?.author === author ? before.run : 0) });
  }
  return found;
};

const tipsByLength = (commits: ReadonlyMap<string, Commit>): readonly (readonly string[])[] => {
  const all = [...commits];
  return Array.from({ length: LONGEST }, (_, at) => all.filter(([, { run }]) => run > at).map(([id]) => id));
};

const drawSeries = (
  commits: ReadonlyMap<string, Commit>,
  tips: readonly (readonly string[])[],
  random: Random,
): CutSeries | undefined => {
  const length = 1 + Math.floor(random() * LONGEST);
  const tip = draw(tips[length - 1] ?? [], random);
  if (tip === undefined) return undefined;
  let base = tip;
  for (let back = 0; back < length; back++) base = commits.get(base)?.parent ?? base;
  return { base, tip, author: commits.get(tip)?.author ?? '', length };
};

/** Every commit changes something, and every file is there: a clone may lack some, or have been cut. */
const isWhole = (history: string, { base, tip, length }: CutSeries): boolean => {
  const args = ['format-patch', '--stdout', `${base}..${tip}`];
  const { status, stdout } = spawnSync('git', args, { cwd: history, encoding: 'latin1', ...BYTES });
  return status === 0 && stdout.split(/^From \w{40} Mon Sep 17 00:00:00 2001$/m).length === length + 1;
};
