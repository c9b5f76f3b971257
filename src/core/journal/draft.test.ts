import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentDraft } from './draft.ts';
import type { Fact, Happened } from './fact.ts';

const site = { rule: 'r', path: 'mm/a.c', line: 12, function: 'f', expression: 'n * m' };
const other = { ...site, path: 'mm/b.c' };

let minute = 0;
const fact = (happened: Happened): Fact => ({
  at: `2026-11-23T18:${10 + minute++}:00Z`,
  by: 'test',
  v: 1,
  ...happened,
});
const chosen = fact({ kind: 'tree-chosen', tree: '/t', version: '6.12' });
const drawn = fact({ kind: 'site-drawn', tree: '/t', site, seed: '4711' });
const first = fact({ kind: 'patch-written', patch: '1.patch', subject: 'one', tree: '/t', site, sha256: 'aa' });
const second = fact({ kind: 'patch-written', patch: '2.patch', subject: 'two', tree: '/t', site: other, sha256: 'bb' });
const again = fact({ kind: 'patch-written', patch: '1.patch', subject: 'one', tree: '/t', site, sha256: 'cc' });
const check = { kind: 'check-made', patch: '1.patch', sha256: 'aa', check: 'checkpatch', seen: 'x' } as const;
const failed = fact({ ...check, verdict: 'fails' });
const held = fact({ ...check, verdict: 'holds' });
const compiled = fact({ ...check, check: 'compile', verdict: 'unknown' });
const dropFirst = fact({ kind: 'dropped', patch: '1.patch', because: 'taken' });
const dropSecond = fact({ kind: 'dropped', patch: '2.patch', because: 'taken' });

const written = (patch: string, line: number, sha256: string): Fact =>
  fact({ kind: 'patch-written', patch, subject: patch, tree: '/t', site: { ...site, line }, sha256 });
const both = [written('0001-a.patch', 1, 'dd'), written('0001-a.patch', 2, 'dd')];
const series = [
  written('/d/0001-a.patch', 1, 'ee'),
  written('/d/0002-b.patch', 2, 'ff'),
  written('/d/0003-c.patch', 3, '00'),
];

const table: readonly { name: string; facts: readonly Fact[]; draft: string | undefined; checks?: string[] }[] = [
  { name: 'nothing happened', facts: [], draft: undefined },
  { name: 'a site drawn is no draft yet', facts: [chosen, drawn], draft: undefined },
  { name: 'a patch written', facts: [chosen, drawn, first], draft: 'one aa 4711' },
  { name: 'the site was named, not drawn', facts: [second], draft: 'two bb' },
  { name: 'the last one written', facts: [drawn, first, second], draft: 'two bb' },
  { name: 'written again is written last', facts: [drawn, first, second, again], draft: 'one cc 4711' },
  { name: 'dropped', facts: [first, dropFirst], draft: undefined },
  { name: 'the last one dropped', facts: [drawn, first, second, dropSecond], draft: 'one aa 4711' },
  { name: 'another one dropped', facts: [first, second, dropFirst], draft: 'two bb' },
  { name: 'written again after it was dropped', facts: [drawn, first, dropFirst, again], draft: 'one cc 4711' },
  { name: 'dropping what never was', facts: [first, dropSecond], draft: 'one aa' },
  { name: 'a patch of two sites is gone on with as a series', facts: both, draft: undefined },
  { name: 'and the one before is the draft', facts: [first, ...both], draft: 'one aa' },
  { name: 'written again, it is still of two sites', facts: [first, ...both, ...both], draft: 'one aa' },
  {
    name: 'another site in the same file of the disk is another patch',
    facts: [...both, written('0001-a.patch', 3, 'gg')],
    draft: '0001-a.patch gg',
  },
  { name: 'nor is one of several patches that were written together', facts: [first, ...series], draft: 'one aa' },
  {
    name: 'a patch alone in its folder is a draft, whatever came before it',
    facts: [...series, written('/e/0001-a.patch', 1, 'hh')],
    draft: '/e/0001-a.patch hh',
  },
  {
    name: 'the last answer of each check',
    facts: [first, failed, compiled, held],
    draft: 'one aa',
    checks: ['compile unknown', 'checkpatch holds'],
  },
  { name: 'a check of other bytes says nothing', facts: [first, held, again, failed], draft: 'one cc', checks: [] },
  { name: 'a check of what was never written', facts: [held], draft: undefined },
];

for (const { name, facts, draft, checks } of table) {
  test(name, () => {
    const found = currentDraft(facts);
    const words = found && [found.subject, found.sha256, found.seed].filter((word) => word !== undefined).join(' ');
    assert.equal(words, draft);
    if (checks)
      assert.deepEqual(
        found?.checks.map((one) => `${one.check} ${one.verdict}`),
        checks,
      );
  });
}
