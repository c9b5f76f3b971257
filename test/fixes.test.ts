import assert from 'node:assert/strict';
import test from 'node:test';
import { placeOf } from '../src/core/finding/site.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { NAMED, tryFixes } from './world/tryFixes.ts';

/** A tenth of what `npm run figures` tries. */
const SEED = '612';
const DRAWN = 5;

test('the named sites and five drawn ones compile, and checkpatch takes them', { timeout: 600_000 }, async (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  let tried = 0;
  for await (const { site, checks } of tryFixes(tree, SEED, DRAWN)) {
    tried++;
    const fails = checks.filter(({ verdict }) => verdict === 'fails');
    for (const { check, verdict, seen } of checks) t.diagnostic(`${placeOf(site)}: ${verdict}, ${check}: ${seen}`);
    assert.deepEqual(fails, [], placeOf(site));
  }
  t.diagnostic(`${tried} tried, seed ${SEED}`);
  assert.equal(tried, NAMED.length + DRAWN);
});
