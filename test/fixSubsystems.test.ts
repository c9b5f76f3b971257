import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { findSites } from '../src/bench/findSites.ts';
import { type WrittenPart, writePatches } from '../src/bench/writePatches.ts';
import type { RankedSite } from '../src/core/finding/rankSite.ts';
import { createHost, type Host } from '../src/edge/host.ts';
import { openJournal } from '../src/edge/journal.ts';
import { inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';

const now = (): Date => new Date('2026-11-24T04:00:00Z');

const hostIn = (folder: string): Host => ({
  ...createHost(),
  now,
  journal: openJournal(mkdtempSync(join(folder, 'journal-')), { now, by: 'test' }),
});

/** Every ready site below a folder of the tree, as one order. */
const wholeFolder = async (t: TestContext, tree: string, below: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-subsystem-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const places: RankedSite[] = [];
  for await (const finding of findSites(hostIn(folder), { tree, below: [below], all: false, who: 'test' })) {
    if (finding.kind === 'site' && finding.site.fix === 'ready') places.push(finding.site);
  }
  assert.ok(places.length > 1, below);
  const write = async (out: string, order: readonly RankedSite[]): Promise<readonly WrittenPart[]> => {
    const outcome = await writePatches(hostIn(folder), {
      tree,
      places: order,
      why: 'The sizes come from outside.',
      signoff: false,
      out: join(folder, out),
    });
    assert.ok(outcome.kind === 'written');
    return outcome.patches;
  };
  return { folder, places, patches: await write('first', places), again: await write('again', places.toReversed()) };
};

/** What checkpatch objects to in what is there already: a name that the line had before. */
const NOT_NEW = ['MISSING_SIGN_OFF', 'CAMELCASE'];

for (const [below, isOfFolder] of [
  ['fs/btrfs', false],
  ['drivers/media', true],
] as const) {
  test(`all ready sites of ${below}: each patch fits, all of them together, and checkpatch takes them`, async (t) => {
    const tree = kernelTree();
    if (tree === undefined) return t.skip(noKernelTree);
    const { folder, places, patches, again } = await wholeFolder(t, tree, below);
    const paths = [...new Set(places.map(({ path }) => path))];
    t.diagnostic(`${below}: ${places.length} sites of ${paths.length} files in ${patches.length} patches`);
    assert.equal(
      patches.reduce((sum, { sites }) => sum + sites.length, 0),
      places.length,
    );
    assert.equal(
      patches.some(({ wished }) => wished !== undefined),
      isOfFolder,
    );
    assert.equal(new Set(patches.map(({ subject }) => subject)).size, patches.length);
    assert.deepEqual(again.map(bytesOf), patches.map(bytesOf));

    const copy = join(folder, 'copy');
    for (const path of paths) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      copyFileSync(join(tree, path), join(copy, path));
    }
    inGit(copy, 'init', '--quiet');
    const host = createHost();
    for (const { patch, subject } of patches) {
      assert.ok(subject.length <= 75, subject);
      assert.equal((await host.git.applyCheck(tree, patch)).verdict, 'holds', patch);
      const { check, problems } = await host.checkpatch(tree, patch, NOT_NEW);
      assert.notEqual(check.verdict, 'fails', JSON.stringify(problems));
      inGit(copy, 'apply', patch);
    }
  });
}

const bytesOf = ({ patch }: WrittenPart): Buffer => readFileSync(patch);
