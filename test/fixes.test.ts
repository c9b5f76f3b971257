import assert from 'node:assert/strict';
import test from 'node:test';
import { placeOf } from '../src/core/finding/site.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { tryFixes } from './world/tryFixes.ts';

/** A tenth of what `npm run figures` tries. */
const SEED = '612';
const DRAWN = 5;

test('the named sites and five drawn ones compile, and checkpatch takes them', { timeout: 600_000 }, async (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  let drawn = 0;
  let named = 0;
  for await (const { site, isNamed, checks } of tryFixes(tree, SEED, DRAWN)) {
    if (isNamed) named++;
    else drawn++;
    const fails = checks.filter(({ verdict }) => verdict === 'fails');
    for (const { check, verdict, seen } of checks) t.diagnostic(`${placeOf(site)}: ${verdict}, ${check}: ${seen}`);
    assert.deepEqual(fails, [], placeOf(site));
  }
  t.diagnostic(`${named} named and ${drawn} drawn, seed ${SEED}`);
  assert.equal(drawn, DRAWN);
});
