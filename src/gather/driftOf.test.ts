import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { smallTree } from '../../test/world/smallTree.ts';
import { parseMaintainers, type Section } from '../core/maintainers/parseMaintainers.ts';
import type { HeldStance } from '../core/subsystem/stance.ts';
import { createHost, type Host } from '../edge/host.ts';
import { driftOf } from './driftOf.ts';
import { openSitesOf } from './openSitesOf.ts';
import { sectionFilesOf } from './sectionFilesOf.ts';

const SITE =
  '#include <linux/slab.h>\n\nstatic u32 *made(int n)\n{\n\treturn kmalloc(n * sizeof(u32), GFP_KERNEL);\n}\n';
const DONE = SITE.replace('kmalloc(n * sizeof(u32)', 'kmalloc_array(n, sizeof(u32)');

const world = (t: TestContext): { host: Host; treeOf: (files: Record<string, string | undefined>) => string } => {
  const folders: string[] = [mkdtempSync(join(tmpdir(), 'patchling-cache-'))];
  t.after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const host = createHost();
  return {
    host: { ...host, folders: { ...host.folders, cache: folders[0] ?? '' } },
    treeOf: (files) => {
      const tree = smallTree(files);
      folders.push(tree);
      return tree;
    },
  };
};

const [section = assert.fail()]: readonly Section[] = parseMaintainers(
  'MADE DRIVER\nM:\tAda Made <ada@made.example>\nF:\tdrivers/made/\nF:\tinclude/linux/made*\n',
).sections;

const quiet = { who: '', stances: [], titlesOf: () => [section.title] };

test('sites by rule, in the files of the section only', async (t) => {
  const { host, treeOf } = world(t);
  const tree = treeOf({
    'drivers/made/one.c': SITE,
    'drivers/other/two.c': SITE,
    'include/linux/made_up.h': SITE,
    'include/linux/other.h': SITE,
  });
  const files = sectionFilesOf(host, tree, section);
  // made.c of the small tree has two that are ready, one by hand and one of constants.
  const { open, site, toChange } = await openSitesOf(host, tree, files, quiet);
  const [found] = open;
  assert.deepEqual([open.length, found?.rule], [1, 'allocator-arithmetic']);
  assert.ok(site?.path.startsWith('drivers/made/'), site?.path);
  assert.equal((found?.ready ?? 0) + (found?.byHand ?? 0), toChange);
  assert.equal(toChange, 5);
  assert.equal(found?.refused, 1);
  const elsewhere = sectionFilesOf(host, tree, { ...section, fields: [] });
  assert.deepEqual((await openSitesOf(host, tree, elsewhere, quiet)).open, [
    { rule: 'allocator-arithmetic', ready: 0, byHand: 0, refused: 0 },
  ]);
});

test('what a subsystem wants left alone counts as refused', async (t) => {
  const { host, treeOf } = world(t);
  const tree = treeOf({});
  const stances: HeldStance[] = [
    {
      sections: [section.title],
      stance: 'none',
      source: { by: 'Ada Made', date: '2026-11-03', mail: 'https://lists.made.example/1' },
      where: 'Ada Made',
      text: '',
    },
  ];
  const files = sectionFilesOf(host, tree, section);
  const { open, site, toChange } = await openSitesOf(host, tree, files, { ...quiet, stances });
  assert.deepEqual([open[0]?.ready, open[0]?.byHand, open[0]?.refused, site], [0, 0, 4, undefined]);
  assert.equal(toChange, 3, 'its code is what it is, to be compared with an older tree');
});

test('two trees side by side', async (t) => {
  const { host, treeOf } = world(t);
  const older = treeOf({
    Makefile: 'VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 3\n',
    'drivers/made/made.c': undefined,
    'drivers/made/same.c': 'int same;\n',
    'drivers/made/taken.c': SITE,
    'drivers/made/gone.c': 'int gone;\nint gone2;\n',
    'drivers/other/a.c': SITE,
  });
  const tree = treeOf({
    Makefile: 'VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\n',
    'drivers/made/made.c': undefined,
    'drivers/made/same.c': 'int same;\n',
    'drivers/made/taken.c': `${DONE}\n/* more */\n`,
    'drivers/made/added.c': 'int added;\n',
    'drivers/other/a.c': DONE,
  });
  const files = sectionFilesOf(host, tree, section);
  const { toChange } = await openSitesOf(host, tree, files, quiet);
  assert.deepEqual(await driftOf(host, { tree, files, older, sitesNow: toChange }), {
    from: '6.1.3',
    to: '6.12.1',
    filesAdded: 1,
    filesRemoved: 1,
    filesChanged: 1,
    filesSame: 1,
    lines: 1 - 2 + 2,
    sitesBefore: 1,
    sitesNow: 0,
  });
});
