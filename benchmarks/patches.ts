import { spawnSync } from 'node:child_process';
import { readMail } from '../src/core/mail/readMail.ts';
import { type PatchIdKind, patchId, patchIds } from '../src/core/patch/patchId.ts';
import { readPatchMail } from '../src/core/patch/readPatchMail.ts';
import { readTrailers } from '../src/core/patch/readTrailers.ts';

/**
 * Our reading of patches against git's, for every commit of a history (PATCHLING_HISTORY) but merges: trailers of the
 * stored message, patch-ids of git log -p, and the patch-id of the same commit read as a mail. A Markdown table, and
 * every disagreement.
 */
const [since = '2023-01-01'] = process.argv.slice(2);
const history = process.env['PATCHLING_HISTORY'] ?? '.';
const KINDS: readonly PatchIdKind[] = ['stable', 'unstable'];
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** What git printed, or nothing where it failed. */
const git = (words: readonly string[], input = ''): string | undefined => {
  const { status, stdout } = spawnSync('git', words, {
    cwd: history,
    input: Buffer.from(input, 'latin1'),
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.toString('latin1') : undefined;
};

interface Tally {
  readonly equal: number;
  readonly differ: readonly string[];
  readonly seconds: readonly [theirs: number, ours: number];
}

const tally = (): { equal: number; differ: string[]; seconds: [number, number] } => ({
  equal: 0,
  differ: [],
  seconds: [0, 0],
});

const timed = <Value>(of: { seconds: [number, number] }, whose: 0 | 1, run: () => Value): Value => {
  const began = performance.now();
  const value = run();
  of.seconds[whose] += (performance.now() - began) / 1000;
  return value;
};

const counted = (into: { equal: number; differ: string[] }, commit: string, equal: boolean): void => {
  if (equal) into.equal++;
  else into.differ.push(commit);
};

const holdTrailers = (commits: readonly string[]): Tally => {
  const held = tally();
  const format = '--format=%H%x00%B%x00%(trailers:only=true,unfold=true)%x00';
  const walk = ['log', '--no-walk=unsorted', '--stdin', '--encoding=UTF-8', format];
  for (const batch of batches(commits, 1000)) {
    const words = timed(held, 0, () => git(walk, batch.join('\n')) ?? '').split('\0');
    for (let at = 0; at + 2 < words.length; at += 3) {
      const [commit = '', message = '', theirs = ''] = words.slice(at, at + 3);
      const ours = timed(held, 1, () => trailersOf(message));
      counted(held, commit.trim(), ours === theirs);
    }
  }
  return held;
};

/** The first paragraph is the subject. */
const trailersOf = (message: string): string => {
  const lines = message.replace(/\n$/, '').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const below = lines.findIndex((line, at) => at > first && line.trim() === '');
  const body = below < 0 ? [] : lines.slice(below + 1).map((text, at) => ({ text, at }));
  return readTrailers(body, { divider: false })
    .trailers.map(({ token, value }) => `${token}: ${value}\n`)
    .join('');
};

const holdIds = (commits: readonly string[]) => {
  const held = { stable: tally(), unstable: tally(), mail: tally(), leftOut: [] as string[], damaged: [] as string[] };
  const walk = ['log', '-p', '--no-walk=unsorted', '--stdin'];
  const read = (batch: readonly string[]): void => {
    const log = git(walk, batch.join('\n'));
    const mails = git([...walk, '--pretty=email', '--stat'], batch.join('\n'));
    if (log === undefined || mails === undefined) {
      if (batch.length === 1) held.leftOut.push(...batch);
      else for (const commit of batch) read([commit]);
      return;
    }
    const stable = holdLog(log, held);
    for (const { source, commit } of splitAtCommits(mails, 'From ')) {
      const { id, damage } = timed(held.mail, 1, () => {
        const patch = readPatchMail(readMail(source, { file: commit, at: 1 }));
        return { id: patchId(patch), damage: patch.damage };
      });
      counted(held.mail, commit, id === stable.get(commit));
      if (damage.length > 0) held.damaged.push(commit);
    }
  };
  for (const batch of batches(commits, 200)) read(batch);
  return held;
};

/** Both kinds for what git log -p printed; answers git's stable ones by commit. */
const holdLog = (
  log: string,
  held: Readonly<Record<PatchIdKind, ReturnType<typeof tally>>>,
): ReadonlyMap<string, string> => {
  let stable: ReadonlyMap<string, string> = new Map();
  for (const kind of KINDS) {
    const printed = timed(held[kind], 0, () => git(['patch-id', `--${kind}`], log) ?? '');
    const theirs = new Map(printed.split('\n').map((line) => line.split(' ').reverse() as [string, string]));
    const ours = timed(
      held[kind],
      1,
      () => new Map([...patchIds(log.split('\n'), kind)].map(({ id, commit = '' }) => [commit, id])),
    );
    for (const { commit } of splitAtCommits(log, 'commit '))
      counted(held[kind], commit, ours.get(commit) === theirs.get(commit));
    if (kind === 'stable') stable = theirs;
  }
  return stable;
};

const splitAtCommits = (text: string, word: string): readonly { commit: string; source: string }[] => {
  const pattern = new RegExp(`^${word}([0-9a-f]{40})${word === 'From ' ? ' Mon Sep 17 00:00:00 2001' : ''}$`, 'gm');
  const starts = [...text.matchAll(pattern)];
  return starts.map((start, at) => ({
    commit: start[1] ?? '',
    source: text.slice(start.index, starts[at + 1]?.index),
  }));
};

const batches = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

const row = (what: string, judge: string, { equal, differ, seconds }: Tally): void => {
  const [theirs, ours] = seconds.map((time) => (time === 0 ? '' : `${time.toFixed(1)} s`));
  say(`| ${what} | ${judge} | ${equal} of ${equal + differ.length} | ${theirs} | ${ours} |`);
  for (const commit of differ.slice(0, 20)) say(`| | differs: ${commit} | | | |`);
};

const commits = (git(['rev-list', '--no-merges', `--since=${since}`, 'HEAD']) ?? '').split('\n').filter(Boolean);
const newest = git(['log', '-1', '--format=%H of %cs', 'HEAD'])?.trim();
say(`## Patches, against git\n\n\`node benchmarks/patches.ts ${since}\`, ${(git(['--version']) ?? '').trim()}: the
${commits.length} commits of a history since ${since}, without merges, up to
${newest}. git's time for the trailers holds the walk, that for the patch-ids no
git log; ours hold no git.\n`);
say('| what | judge | equal | git | Patchling |\n| --- | --- | --- | --- | --- |');
row('trailers', '`%(trailers:only=true,unfold=true)`', holdTrailers(commits));
const ids = holdIds(commits);
row('patch-ids, stable', '`git log -p \\| git patch-id --stable`', ids.stable);
row('patch-ids, unstable', '`git log -p \\| git patch-id --unstable`', ids.unstable);
row('patch-ids of the commits as mails', 'the same, `--pretty=email`', ids.mail);
say(
  `\nDiffs that we call damaged: ${ids.damaged.length}${ids.damaged
    .slice(0, 20)
    .map((one) => ` ${one}`)
    .join('')}.`,
);
if (ids.leftOut.length > 0)
  say(`\nLeft out of the patch-ids, as the copy of the history lacks a blob of theirs: ${ids.leftOut.join(', ')}.`);
