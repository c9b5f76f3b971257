import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit } from '../../test/world/gitFolder.ts';
import { importCommits, type MadeCommit } from '../../test/world/importCommits.ts';
import { seededRandom, shuffle } from '../core/std.ts';
import type { HistoryFigures, Known } from '../core/subsystem/card.ts';
import type { History } from '../core/subsystem/history.ts';
import { historyFigures } from '../core/subsystem/historyFigures.ts';
import { createHost } from '../edge/host.ts';
import { withTempFolder } from '../edge/tempFolder.ts';
import { historyOf } from './historyOf.ts';

const DAY = 86_400;
const newest = Date.parse('2026-08-20T12:00:00Z') / 1000;
const jane = 'Jane Doe <jane@example.org>';
const old = 'Old Hand <old@example.org>';

let made = 0;
const commit = ({ daysAgo = 0, ...more }: Partial<MadeCommit> & { readonly daysAgo?: number }): MadeCommit => ({
  author: old,
  committer: old,
  time: newest - daysAgo * DAY,
  message: 'mm: add it',
  files: { 'mm/a.c': `${made++}\n` },
  ...more,
});

/** Reads a tree's history; `said` is how often it told that it reads git's log. */
const read = async (tree: string, cache: string, now = newest + DAY) => {
  const host = createHost();
  const steps = historyOf({ ...host, folders: { ...host.folders, cache }, now: () => new Date(now * 1000) }, tree);
  let said = 0;
  for (let next = await steps.next(); ; next = await steps.next(), said++) {
    if (next.done) return { known: next.value, said };
  }
};

const figuresOf = (known: Known<History>, below = 'mm/'): HistoryFigures => {
  assert.equal(known.kind, 'known', JSON.stringify(known));
  return historyFigures((known as { value: History }).value, (path) => path.startsWith(below));
};

const newcomersOf = ({ newcomers }: HistoryFigures) =>
  newcomers.kind === 'known' ? newcomers.value.people : newcomers;

const world = (run: (tree: string, cache: string, folder: string) => Promise<void>) => () =>
  withTempFolder((folder) => run(join(folder, 'tree'), join(folder, 'cache'), folder));

const someYears = () =>
  [720, 400, 360, 200, 3].map((daysAgo) => commit({ daysAgo, author: daysAgo < 10 ? jane : old }));

test(
  'the year, its people and what they did; then from the cache',
  world(async (tree, cache) => {
    importCommits(tree, [
      commit({ daysAgo: 900, files: { 'mm/a.c': '', 'fs/a.c': '' } }),
      commit({ daysAgo: 366 }),
      commit({ daysAgo: 364, message: 'mm: fix it\n\nReviewed-by: R Viewer <r@example.org>\n' }),
      commit({ daysAgo: 30, author: jane, message: 'mm: remove the unused one', authorTime: newest - 40 * DAY }),
      commit({ daysAgo: 10, files: { 'fs/a.c': 'x' } }),
      commit({ daysAgo: 0, author: 'jane <JANE@example.org>', files: { 'mm/größe\t".c': '1' } }),
    ]);
    const { known, said } = await read(tree, cache);
    const figures = figuresOf(known);
    assert.ok(said > 0);
    assert.deepEqual([figures.patches, figures.authors, figures.reviewers, figures.appliers], [3, 2, 1, 1]);
    assert.deepEqual([newcomersOf(figures), figures.newcomerCleanUps], [1, 1]);
    assert.deepEqual(figures.medianDaysToMerge, { kind: 'known', value: 5 });
    const again = await read(tree, cache);
    assert.equal(again.said, 0);
    assert.deepEqual(figuresOf(again.known), figures);
  }),
);

test(
  'afterwards only what came since is read, and gives what reading all would',
  world(async (tree, cache, folder) => {
    importCommits(tree, someYears());
    const first = inGit(tree, 'rev-list', '--max-parents=0', 'HEAD');
    await read(tree, cache);
    importCommits(tree, [
      commit({ daysAgo: -1, author: 'New One <new@example.org>' }),
      commit({ daysAgo: -20, files: { 'fs/b.c': '1' } }),
    ]);
    // Somebody's branch from long ago is merged, and the year moves on.
    inGit(tree, 'branch', 'side', 'HEAD~5');
    const side = commit({ daysAgo: 380, author: 'Side Line <side@example.org>', files: { 'mm/s.c': 's' } });
    importCommits(tree, [side, { ...side, time: newest - 2 * DAY, files: { 'mm/s.c': 't' } }], 'side');
    importCommits(tree, [commit({ daysAgo: -25, merges: ['refs/heads/side'] })]);
    const anew = await read(tree, join(folder, 'other'), newest + 30 * DAY);
    // Whoever reads all needs this one.
    rmSync(join(tree, '.git/objects', first.slice(0, 2), first.slice(2)));
    const grown = await read(tree, cache, newest + 30 * DAY);
    assert.deepEqual(figuresOf(grown.known), figuresOf(anew.known));
    assert.deepEqual(figuresOf(grown.known, 'fs/'), figuresOf(anew.known, 'fs/'));
    assert.deepEqual([figuresOf(grown.known).patches, newcomersOf(figuresOf(grown.known))], [4, 2]);
    const lost = await read(tree, join(folder, 'third'));
    assert.match((lost.known as { because: string }).because, /^git says: (?:fatal|error): /);
  }),
);

test(
  'a history that was written anew is read anew; a detached head and another branch too',
  world(async (tree, cache) => {
    importCommits(tree, someYears());
    assert.equal(newcomersOf(figuresOf((await read(tree, cache)).known)), 1);
    inGit(tree, 'checkout', '--quiet', '--detach', 'HEAD~1');
    const { known } = await read(tree, cache);
    assert.equal(newcomersOf(figuresOf(known)), 0);
    assert.equal(figuresOf(known).patches, 3);
    commitFiles(tree, { 'mm/b.c': '1' }, 'mm: add b'); // in 2024, by its date
    inGit(tree, 'commit', '--quiet', '--amend', '--message=mm: add b again');
    assert.equal(figuresOf((await read(tree, cache)).known).patches, 3);
  }),
);

test(
  'a damaged cache is read again',
  world(async (tree, cache) => {
    importCommits(tree, someYears());
    const { known } = await read(tree, cache);
    const folder = join(cache, 'histories');
    writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'nonsense\n');
    assert.deepEqual(figuresOf((await read(tree, cache)).known), figuresOf(known));
    rmSync(cache, { recursive: true });
    writeFileSync(cache, ''); // where no cache can be written
    assert.deepEqual(figuresOf((await read(tree, cache)).known), figuresOf(known));
  }),
);

test(
  'a shallow clone: nobody is new for certain, and a year that it cuts is unknown',
  world(async (tree, cache, folder) => {
    importCommits(tree, [...someYears(), commit({ daysAgo: 1 })]);
    inGit(folder, 'clone', '--quiet', '--depth=2', `file://${tree}`, 'shallow');
    const clone = join(folder, 'shallow');
    const cut = await read(clone, cache);
    assert.deepEqual(cut.known, {
      kind: 'unknown',
      because: 'this is a shallow clone that ends within the last year',
      settle: 'git fetch --unshallow',
    });
    inGit(clone, 'fetch', '--quiet', '--deepen=3');
    const figures = figuresOf((await read(clone, cache)).known);
    assert.deepEqual([figures.patches, figures.newcomers.kind], [4, 'unknown']);
    inGit(clone, 'fetch', '--quiet', '--unshallow');
    assert.equal(newcomersOf(figuresOf((await read(clone, cache)).known)), 1);
  }),
);

test(
  'clocks that were wrong: before 1970, and in the future',
  world(async (tree, cache) => {
    const before = someYears();
    importCommits(tree, [
      ...before,
      commit({ time: 0, author: jane }),
      commit({ daysAgo: -3000 }),
      commit({ daysAgo: 1 }),
    ]);
    const figures = figuresOf((await read(tree, cache)).known);
    assert.equal(figures.until, '2026-08-19T12:00:00.000Z');
    assert.equal(figures.patches, 4);
    assert.equal(newcomersOf(figures), 1);
    // A clock of our own that stands in the past makes the newest the newest.
    assert.equal(
      figuresOf((await read(tree, join(cache, 'other'), -10 * DAY)).known).until,
      '2034-11-06T12:00:00.000Z',
    );
  }),
);

test(
  'no history: a plain folder, a folder of a repository, no commit, no folders of old commits',
  world(async (tree, cache, folder) => {
    const because = async (where: string) => {
      const { known } = await read(where, cache);
      assert.equal(known.kind, 'unknown');
      return known.because;
    };
    mkdirSync(tree);
    assert.equal(await because(tree), 'it is a plain folder, no git repository');
    inGit(tree, 'init', '--quiet', '--initial-branch=main');
    assert.equal(await because(tree), 'its repository has no commit yet');
    importCommits(tree, someYears());
    assert.match(await because(join(tree, 'mm')), /^it is no repository itself, but lies inside another one/);
    inGit(tree, 'config', 'uploadpack.allowFilter', 'true');
    inGit(folder, 'clone', '--quiet', '--filter=tree:0', '--no-checkout', `file://${tree}`, 'treeless');
    assert.match(await because(join(folder, 'treeless')), /^this is a partial clone that lacks the folders/);
  }),
);

test(
  'blobless clones, linked work trees and SHA-256 will do; a first commit alone is no patch',
  world(async (tree, cache, folder) => {
    importCommits(tree, someYears());
    const wanted = figuresOf((await read(tree, cache)).known);
    inGit(tree, 'config', 'uploadpack.allowFilter', 'true');
    inGit(folder, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${tree}`, 'blobless');
    inGit(tree, 'worktree', 'add', '--quiet', '--detach', join(folder, 'linked'));
    for (const name of ['blobless', 'linked']) {
      assert.deepEqual(figuresOf((await read(join(folder, name), cache)).known), wanted, name);
    }
    const missing = inGit(join(folder, 'blobless'), 'rev-list', '--objects', '--all', '--missing=print');
    assert.match(missing, /\?[0-9a-f]{40}/); // nothing was fetched
    const other = join(folder, 'sha256');
    mkdirSync(other);
    inGit(other, 'init', '--quiet', '--object-format=sha256');
    commitFiles(other, { 'mm/a.c': '1' }, 'mm: add a');
    assert.equal(figuresOf((await read(other, cache)).known).patches, 0);
    commitFiles(other, { 'mm/a.c': '2' }, 'mm: fix a');
    const figures = figuresOf((await read(other, cache)).known);
    assert.deepEqual([figures.patches, figures.kinds.fix], [1, 1]);
    assert.equal(figuresOf((await read(gitFolder(join(folder, 'new'), { 'mm/a.c': '' }), cache)).known).patches, 1);
  }),
);

test('agrees with git on the folders of a real history, drawn by a seed', { timeout: 120_000 }, async (t) => {
  const tree = process.env['PATCHLING_HISTORY'];
  if (tree === undefined) return t.skip('because there is no history here; set PATCHLING_HISTORY to a clone');
  await withTempFolder(async (cache) => {
    const { known } = await read(tree, cache, Date.now() / 1000);
    assert.equal(known.kind, 'known', JSON.stringify(known));
    const { value } = known as { value: History };
    const folders = [...new Set(value.paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))].toSorted();
    const seed = process.env['SEED'] ?? '2026';
    for (const folder of shuffle(folders, seededRandom(seed)).slice(0, 20)) {
      const figures = figuresOf(known, folder);
      const since = `--since=${new Date((value.since + 1) * 1000).toISOString()}`;
      const args = [
        '--count',
        '--full-history',
        '--min-parents=1',
        '--max-parents=1',
        since,
        'HEAD',
        '--',
        folder || '.',
      ];
      assert.equal(figures.patches, Number(inGit(tree, 'rev-list', ...args)), folder);
      assert.equal(
        figures.months.reduce((sum, { patches }) => sum + patches, 0),
        figures.patches,
      );
    }
    t.diagnostic(`20 of ${folders.length} folders (seed ${seed}), ${value.rows.length} commits`);
  });
});
