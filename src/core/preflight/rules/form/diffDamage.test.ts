import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { sampleFacts } from '../../../../../test/preflight/sampleFacts.ts';
import { readSeries } from '../../../series/readSeries.ts';
import { known } from '../../known.ts';
import { writeSample } from '../../writeSample.ts';
import { diffDamage } from './diffDamage.ts';

checkExamples(diffDamage);
checkSources(diffDamage);

const HEADERS = '--- a/mm/slub.c\n+++ b/mm/slub.c';
const CHANGE = '-int b;\n+int c;';

for (const [cause, diff, seen, next] of [
  [
    'made without context',
    `diff --git a/mm/slub.c b/mm/slub.c\n${HEADERS}\n@@ -3 +3 @@\n${CHANGE}`,
    'patch failed',
    /-U3/,
  ],
  [
    'made without a/ and b/',
    `diff --git mm/slub.c mm/slub.c\n--- mm/slub.c\n+++ mm/slub.c\n@@ -3,2 +3,2 @@\n int a;\n${CHANGE}`,
    'slub.c: No such file or directory',
    /noprefix=false/,
  ],
  [
    'mangled on its way',
    `diff --git a/mm/slub.c b/mm/slub.c\n${HEADERS}\n@@ -3,9 +3,9 @@\n int a;\n${CHANGE}`,
    'corrupt patch at line 12',
    /without copying/,
  ],
  ['of another tree', undefined, 'mm/slub.c: No such file or directory.', /right tree and branch/],
  ['there already', undefined, 'It is already applied: the tree has this change.', /need not be sent/],
  ['of changed code', undefined, 'patch failed: mm/slub.c:10', /git rebase BRANCH/],
] as const) {
  test(`what to do about a patch that does not apply: ${cause}`, () => {
    const source = writeSample(diff === undefined ? {} : { diff });
    const series = readSeries([{ file: 'one.patch', source }]);
    const facts = sampleFacts({ applied: known([{ verdict: 'fails', seen }]) });
    const looked = diffDamage.find(({ name }) => name === 'patch-does-not-apply')?.look({ series, facts });
    assert.ok(looked && !('unknown' in looked));
    assert.match(looked[0]?.next ?? '', next);
  });
}
