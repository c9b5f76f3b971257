import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { scanAll, sitesOfTree } from '../../../test/world/scanned.ts';
import { sourceTree } from '../../../test/world/sourceTree.ts';
import { scanTree } from './scanTree.ts';

const freshTree = (t: TestContext): { tree: string; cache: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-scan-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return { tree: sourceTree(join(folder, 'tree')), cache: join(folder, 'cache') };
};

/** By a file's path, whether its site is ready. */
const fixes = (sites: Awaited<ReturnType<typeof scanAll>>['sites']): Record<string, string> =>
  Object.fromEntries(sites.map(({ path, fix }) => [path, fix]));

test('a scan finds what looking at one file after another finds', async (t) => {
  const { tree, cache } = freshTree(t);
  const { sites, unreadable, files, scanned, cached } = await scanAll({ tree, cache });
  const expected = (await sitesOfTree(tree)).filter(({ path }) => !path.startsWith('.') && !path.endsWith('.mod.c'));
  assert.deepEqual(sites, expected);
  assert.deepEqual(unreadable, []);
  assert.deepEqual([files, scanned, cached], [18, 18, true]);
  assert.deepEqual(fixes(sites), {
    'drivers/a/collected.c': 'ready',
    'fs/deep/down/there.c': 'by hand',
    'fs/own.c': 'by hand',
    'lib/bom.c': 'ready',
    'lib/crlf.c': 'ready',
    'lib/large.c': 'ready',
    'lib/latin1.c': 'ready',
    'lib/zeros.c': 'ready',
    'mm/beyond.c': 'ready',
    'mm/plain.c': 'ready',
  });
});

test('a second scan looks at nothing and finds the same, with any number of workers', async (t) => {
  const { tree, cache } = freshTree(t);
  const first = await scanAll({ tree, cache });
  for (const workers of [1, 2, 4]) {
    const again = await scanAll({ tree, cache, workers });
    assert.deepEqual(again, { ...first, scanned: 0 });
  }
  assert.deepEqual(await scanAll({ tree, cache: `${cache}2`, workers: 1 }), first);
});

test('what was written just before a scan is looked at again by the next', async (t) => {
  const { tree, cache } = freshTree(t);
  const first = await scanAll({ tree, cache, now: Date.now() });
  const again = await scanAll({ tree, cache });
  assert.deepEqual(again, first);
  assert.equal((await scanAll({ tree, cache })).scanned, 0);
});

test('parts of a tree: folders, files, and one in the other', async (t) => {
  const { tree, cache } = freshTree(t);
  const paths = async (...below: string[]): Promise<string[]> =>
    (await scanAll({ tree, cache, below })).sites.map(({ path }) => path);
  for (const when of ['before', 'after'] as const) {
    assert.deepEqual(await paths('mm'), ['mm/beyond.c', 'mm/plain.c'], when);
    assert.deepEqual(await paths('mm/plain.c'), ['mm/plain.c'], when);
    assert.deepEqual(await paths('mm/plain.c', 'mm', 'mm/beyond.c'), ['mm/beyond.c', 'mm/plain.c'], when);
    assert.equal((await paths('mm', '')).length, 10, `${when}: all of it, once`);
    await scanAll({ tree, cache });
  }
  const { unreadable, sites } = await scanAll({ tree, cache, below: ['gone', 'mm/plain.c'] });
  assert.deepEqual([unreadable, sites.length], [['gone'], 1]);
});

test('links are not followed: loops of them, and such that lead nowhere', async (t) => {
  const { tree, cache } = freshTree(t);
  const { sites } = await scanAll({ tree, cache });
  symlinkSync('..', join(tree, 'mm/loop'));
  symlinkSync('itself.c', join(tree, 'mm/itself.c'));
  symlinkSync('gone.c', join(tree, 'mm/dangling.c'));
  symlinkSync('plain.c', join(tree, 'mm/linked.c'));
  mkdirSync(join(tree, 'mm/folder.c'));
  const again = await scanAll({ tree, cache });
  assert.deepEqual(again.sites, sites);
  assert.deepEqual(again.unreadable, []);
});

test('a tree without files, and a tree that is not there', async (t) => {
  const { tree, cache } = freshTree(t);
  mkdirSync(join(tree, 'nothing'));
  const nothing = await scanAll({ tree: join(tree, 'nothing'), cache });
  assert.deepEqual([nothing.sites, nothing.files, nothing.unreadable], [[], 0, []]);
  assert.deepEqual((await scanAll({ tree: join(tree, 'gone'), cache })).unreadable, ['']);
});

test('a cache that cannot be written is said, and does no harm', async (t) => {
  const { tree, cache } = freshTree(t);
  const whole = await scanAll({ tree, cache });
  writeFileSync(join(tree, 'file'), '');
  for (const impossible of [join(tree, 'file'), join(tree, 'file/below')]) {
    for (let time = 0; time < 2; time++) {
      assert.deepEqual(await scanAll({ tree, cache: impossible }), { ...whole, cached: false });
    }
  }
});

test('two scans at once do not harm each other', async (t) => {
  const { tree, cache } = freshTree(t);
  const scans = await Promise.all([1, 2, 3].map(async () => scanAll({ tree, cache, workers: 1 })));
  for (const one of scans) assert.deepEqual(one, scans[0]);
  assert.ok(scans[0]?.cached);
  assert.deepEqual(readdirSync(join(cache, 'scans')).length, 1, 'and leave nothing half-written');
  assert.equal((await scanAll({ tree, cache })).scanned, 0);
});

test('leaving early ends the workers, and leaves no cache that is wrong', async (t) => {
  const { tree, cache } = freshTree(t);
  for (let words = 0; words < 4; words++) {
    let heard = 0;
    for await (const _word of scanTree({ tree, cache, now: Date.now() })) if (heard++ === words) break;
  }
  const workers = process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name));
  assert.deepEqual(workers, []);
  assert.equal((await scanAll({ tree, cache })).scanned, 18);
});
