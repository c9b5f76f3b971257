import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleFacts } from '../../../test/preflight/sampleFacts.ts';
import { readSeries } from '../series/readSeries.ts';
import { known } from './known.ts';
import { patchKey } from './patchKey.ts';
import { preflight } from './preflight.ts';
import type { Looked, PreflightRule } from './rule.ts';
import { writeSample } from './writeSample.ts';

const series = readSeries([{ file: 'one.patch', source: writeSample({ subject: '[PATCH] made: Begin' }) }]);
const [patch = assert.fail()] = series.patches;
const MADE = { file: 'Documentation/made.rst', heading: 'Rules', phrase: 'must not be so' };
const DOCUMENT = 'Made\n====\n\nRules\n-----\n\nFirst this. A thing must\nnot be so. Then that.\n';

const rule = (look: () => Looked, more: Partial<PreflightRule> = {}): PreflightRule => ({
  name: 'made-so',
  title: 'it is so',
  group: 'message',
  severity: 'error',
  sources: [MADE],
  covers: [],
  why: 'Because.',
  next: 'Do it.',
  look,
  examples: [],
  ...more,
});
const finds = (): Looked => [{ patch, what: 'It is so.' }];
const gathered = { applied: known([]), checkpatch: known([]) };
const checked = (facts: Parameters<typeof sampleFacts>[0] = {}) => ({
  series,
  facts: sampleFacts({ document: () => DOCUMENT, ...gathered, ...facts }),
});

describe('the gate', () => {
  test('a finding becomes a problem with the tree’s own sentence', () => {
    const { verdict, problems, checks } = preflight(checked(), [rule(finds)]);
    assert.equal(verdict, 'fails');
    const [problem = assert.fail()] = problems;
    const { file, heading } = MADE;
    assert.deepEqual(problem.source, { file, heading, line: 7, words: 'A thing must not be so.' });
    assert.deepEqual(problem.place, { file: 'one.patch', line: 4 });
    assert.equal(problem.text.slice(...(problem.span ?? [])), 'made: Begin');
    assert.deepEqual(
      checks.map((check) => [check.rule, check.verdict]),
      [['made-so', 'fails']],
    );
  });

  test('a tree without the document is not asked; one that says something else now is unknown', () => {
    const off = preflight(checked({ document: () => undefined }), [rule(finds)]);
    assert.deepEqual([off.problems, off.checks, [...off.off]], [[], [], [[MADE.file, ['made-so']]]]);
    const moved = preflight(checked({ document: () => 'Made\n====\n\nAll new.\n' }), [rule(finds)]);
    assert.equal(moved.checks[0]?.verdict, 'unknown');
    assert.match(moved.checks[0]?.seen ?? '', /does not say so/);
    assert.equal(
      preflight(checked({ document: () => undefined }), [rule(finds, { isOfGit: true })]).problems.length,
      1,
    );
  });

  test('a tree that says it below another heading is shown with that one', () => {
    const document = (): string => 'Older\n=====\n\n1) All new.\n\n2) A thing must\n   not be so.\n';
    const [problem] = preflight(checked({ document }), [rule(finds)]).problems;
    const words = '2) A thing must not be so.';
    assert.deepEqual(problem?.source, { file: MADE.file, heading: 'Older', line: 6, words });
  });

  test('of a bare diff only the code is judged, and no line is shown that the file has not', () => {
    const source = 'diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n';
    const bare = readSeries([{ file: 'diff.txt', source }]);
    const said = (): Looked => bare.patches.map((one) => ({ patch: one, what: 'It is so.' }));
    const asked = [
      rule(said),
      rule(said, { name: 'code-so', group: 'content' }),
      rule(said, { name: 'git-so', isOfGit: true }),
    ];
    const { problems } = preflight({ ...checked(), series: bare }, asked);
    assert.deepEqual(
      problems.map(({ rule: name, text, place, span }) => [name, text, place.line, span]),
      ['git-so', 'code-so'].map((name) => [name, 'diff --git a/a.c b/a.c', 1, undefined]),
    );
  });

  test('what a mail says is quoted in part where it is long', () => {
    const long = (): Looked => [{ patch, what: `The summary "${'😀'.repeat(100_000)}" names no area.` }];
    const [problem = assert.fail()] = preflight(checked(), [rule(long)]).problems;
    assert.ok(problem.what.length <= 300 && problem.what.isWellFormed());
    assert.match(problem.what, /^The summary "😀.*…$/u);
  });

  test('a rule of a pack is asked only where the patch is theirs', () => {
    const theirs = rule(finds, { pack: 'netdev' });
    assert.equal(preflight(checked(), [theirs]).problems.length, 0);
    assert.equal(preflight(checked({ packs: new Set(['netdev']) }), [theirs]).problems.length, 1);
  });

  test('turned off for one patch, with the reason, it does not count', () => {
    const off = [{ rule: 'made-so', patch: patchKey(patch), because: 'It is meant so.' }];
    const { verdict, problems, checks } = preflight(checked(), [rule(finds)], off);
    assert.equal(verdict, 'holds');
    assert.equal(problems[0]?.turnedOff, 'It is meant so.');
    assert.match(checks[0]?.seen ?? '', /It is meant so/);
    const other = [{ ...(off[0] ?? assert.fail()), patch: 'patch-id:0' }];
    assert.equal(preflight(checked(), [rule(finds)], other).verdict, 'fails');
  });

  test('what could not be looked at is unknown with what settles it, and never holds', () => {
    const asked = [rule(() => ({ unknown: 'No tree.', settle: 'git clone' }))];
    assert.deepEqual(preflight(checked(), asked).checks, [
      { rule: 'made-so', verdict: 'unknown', seen: 'No tree.', settle: 'git clone' },
    ]);
    const nothing = { known: false, because: 'No perl.', settle: 'apt-get install perl' } as const;
    assert.equal(preflight(checked({ checkpatch: nothing }), []).verdict, 'unknown');
  });

  test('errors first, then warnings, then questions; of one message only the weightiest questions', () => {
    const ask = (name: string, severity: PreflightRule['severity'], group: PreflightRule['group']) =>
      rule(finds, { name, severity, group });
    const rules = [
      ...Array.from({ length: 6 }, (_one, at) => ask(`why-${at}`, 'note', 'why')),
      ask('made-warning', 'warning', 'content'),
      ask('made-error', 'error', 'content'),
    ];
    const { problems } = preflight(checked(), rules);
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['error', 'warning', 'note', 'note', 'note'],
    );
  });
});
