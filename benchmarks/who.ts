import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seededRandom, shuffle } from '../src/core/std.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { median, timed } from './timed.ts';
import { treeName } from './treeName.ts';

/** `who` against the tree's own scripts/get_maintainer.pl, whole processes in interleaved pairs; a Markdown table. */
const PAIRS = 11;
const MANY = 5000;
const FEWER = 200;
const seed = process.argv[2] ?? '2026';
const tree = kernelTree();
if (tree === undefined)
  process.stdout.write('There is no kernel tree here: set PATCHLING_TREE, or run npm start once.\n');
else {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-who-'));
  const find = ['.', '-type', 'f', '-name', '*.[ch]'];
  const sources = execFileSync('find', find, { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 28 })
    .trim()
    .split('\n')
    .sort();
  const files = shuffle(sources, seededRandom(seed))
    .slice(0, MANY)
    .map((name) => name.slice(2));
  const list = join(folder, 'files');
  writeFileSync(list, `${files.join('\n')}\n`);
  const [first = '', second = ''] = files;
  const patch = join(folder, '0001-x.patch');
  const diff = [first, second].map(
    (file) => `diff --git a/${file} b/${file}\n--- a/${file}\n+++ b/${file}\n@@ -1 +1 @@\n-a\n+b\n`,
  );
  writeFileSync(patch, `Subject: [PATCH] made: x\n\nA reason of some length.\n---\n${diff.join('')}`);

  const script = ['perl', 'scripts/get_maintainer.pl', '--nogit', '--nogit-fallback'];
  const who = [resolve('bin/patchling'), 'who', '--no-git', '--tree', tree];
  const pairs = async (theirs: readonly string[], ours: readonly string[], count: number) => {
    const times: [number, number][] = [];
    for (let pair = 0; pair <= count; pair++) {
      const one = await timed(theirs, {}, tree);
      const other = await timed(ours, {}, tree);
      if (pair > 0) times.push([one.seconds, other.seconds]); // the first warms both
    }
    return times;
  };
  const row = (what: string, times: [number, number][]): string => {
    const theirs = median(times.map(([one]) => one));
    const ours = median(times.map(([, one]) => one));
    const unit = (seconds: number): string => `${(seconds * 1000).toFixed(seconds < 0.01 ? 2 : 0)} ms`;
    const ratio = times.map(([one, other]) => other / one).sort((a, b) => a - b);
    const [least = 0] = ratio;
    const middle = median(ratio);
    const most = ratio.at(-1) ?? 0;
    const says =
      middle > 0.05
        ? `${middle.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`
        : `1/${(1 / middle).toFixed(0)}`;
    return `| ${what} | ${unit(theirs)} | ${unit(ours)} | ${says} |`;
  };
  const plain = ['--format', 'get_maintainer'];
  // The script gets fewer, or it would take minutes; its start is spread over them as ours is.
  const many = async (): Promise<[number, number][]> => {
    const times = await pairs([...script, '-f', ...files.slice(0, FEWER)], [...who, '--json', '--files-from', list], 3);
    return times.map(([theirs, ours]) => [theirs / FEWER, ours / MANY]);
  };
  process.stdout.write(`## Who gets it, against scripts/get_maintainer.pl

\`node benchmarks/who.ts ${seed}\`, ${treeName(tree)}, ${PAIRS} interleaved pairs of whole processes, medians

| | script | Patchling | ratio |
| --- | --- | --- | --- |
${row('one patch of two files', await pairs([...script, patch], [...who, ...plain, patch], PAIRS))}
${row('one file', await pairs([...script, '-f', first], [...who, ...plain, '-f', first], PAIRS))}
${row(`a file, of ${MANY} in one call (the script: of ${FEWER})`, await many())}
`);
}
