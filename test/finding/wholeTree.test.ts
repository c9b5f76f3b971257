import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { editsFor } from '../../src/core/finding/editsFor.ts';
import type { Site } from '../../src/core/finding/site.ts';
import { sitesIn } from '../../src/core/finding/sitesIn.ts';
import { editText } from '../../src/core/patch/editText.ts';
import { kernelVersion } from '../../src/core/tree/kernelVersion.ts';
import { treeText } from '../../src/edge/treeText.ts';
import { createWorkshop } from '../../src/edge/workshop.ts';
import { kernelTree, noKernelTree } from '../world/kernelTree.ts';
import { type Scanned, scanAll } from '../world/scanned.ts';

const tree = kernelTree();
const skip = tree === undefined && noKernelTree;

const expected: readonly [path: string, name: string, replacement: string][] = [
  [
    'fs/btrfs/volumes.c',
    'alloc_btrfs_io_context',
    '\t/* The size of btrfs_io_context */\n\t/* Plus the variable array for the stripes */\n\tbioc = kzalloc(struct_size(bioc, stripes, total_stripes), GFP_NOFS);\n',
  ],
  ['mm/vmalloc.c', '', 'counters = kmalloc_array(nr_node_ids, sizeof(unsigned int), GFP_KERNEL);\n'],
  ['drivers/gpu/drm/gud/gud_pipe.c', 'gud_xrgb8888_to_r124', 'buf = kmalloc_array(height, width, GFP_KERNEL);\n'],
];

/** The tree that the named sites are of; in others they may have been changed, or not have come yet. */
const isNamedTree = kernelVersion(treeText(tree ?? '', 'Makefile') ?? '').version?.text.startsWith('6.12.') === true;

describe('a whole kernel', { skip }, () => {
  let scanned: Scanned;
  before(async () => {
    const cache = mkdtempSync(join(tmpdir(), 'patchling-whole-'));
    scanned = await scanAll({ tree: tree ?? '', cache });
    rmSync(cache, { recursive: true });
  });

  for (const [path, name, replacement] of expected) {
    test(`${path} ${name}`, async (t) => {
      const workshop = await createWorkshop(tree ?? '');
      const bytes = readFileSync(join(tree ?? '', path));
      const all = sitesIn({ path, bytes }, workshop).filter(({ site }) => site.fix === 'ready');
      const judged = all.find(({ site }) => name === '' || site.function === name);
      if (!judged && !isNamedTree) return t.skip('because only 6.12 must have it as the issue names it');
      assert.ok(judged);
      assert.ok(judged.judgement.fix === 'ready');
      const edited = editText(bytes.toString('latin1'), editsFor(judged.allocation, judged.judgement, bytes, workshop));
      assert.ok(edited.kind === 'edited');
      assert.ok(edited.text.includes(replacement), edited.text.slice(judged.site.at - 300, judged.site.at + 300));
      assert.ok(scanned.sites.some(({ path: found, at }) => found === path && at === judged.site.at));
    });
  }

  const functionsWhere = (holds: (site: Site) => boolean): number =>
    new Set(scanned.sites.filter(holds).map((site) => `${site.path} ${site.function || site.line}`)).size;

  test('hardly a function holds what the grammar cannot read', (t) => {
    const functions = functionsWhere(() => true);
    const stumbles = functionsWhere(({ errors }) => errors !== 'none');
    const atTheCall = functionsWhere(({ errors }) => errors === 'at the call');
    const percent = (count: number): string => `${((100 * count) / functions).toFixed(2)} %`;
    t.diagnostic(
      `${functions} functions with a site; errors in ${percent(stumbles)}, at the call ${percent(atTheCall)}`,
    );
    assert.ok(stumbles <= 0.025 * functions);
    assert.ok(atTheCall <= 0.005 * functions);
    const unsure = scanned.sites.filter(({ errors }) => errors === 'at the call');
    assert.ok(unsure.every(({ fix, reasons }) => fix !== 'ready' && reasons.includes('not-understood')));
  });

  test('every site says what it is', (t) => {
    const count = (fix: Site['fix']): number => scanned.sites.filter((site) => site.fix === fix).length;
    t.diagnostic(`${count('ready')} ready, ${count('by hand')} by hand, ${count('refused')} refused`);
    assert.deepEqual(scanned.unreadable, []);
    for (const site of scanned.sites) {
      assert.equal(site.fix === 'ready', site.reasons.length === 0);
      assert.ok(site.because.length > 0 && site.line > 0 && site.column > 0 && site.endLine >= site.line);
      if (site.fix === 'ready') assert.ok(site.replacement);
    }
  });
});
