import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Example, Looked, PreflightRule } from '../../src/core/preflight/rule.ts';
import type { Sample } from '../../src/core/preflight/sample.ts';
import { writeSample } from '../../src/core/preflight/writeSample.ts';
import { readSeries } from '../../src/core/series/readSeries.ts';
import { sampleFacts } from './sampleFacts.ts';

/** The one table test: each example of each rule, read as a real mail, finds what it says or nothing. */
export const checkExamples = (rules: readonly PreflightRule[]): void => {
  for (const rule of rules) {
    for (const [index, example] of rule.examples.entries()) {
      test(`${rule.name}, example ${index + 1}`, () => checkExample(rule, example));
    }
    test(`${rule.name} has an example that finds and one that does not`, () => {
      assert.ok(
        rule.examples.some(({ finds }) => finds !== undefined),
        'none finds',
      );
      assert.ok(
        rule.examples.some(({ finds, unknown }) => (finds ?? unknown) === undefined),
        'none holds',
      );
    });
  }
};

const checkExample = (rule: PreflightRule, { given, facts, finds, unknown }: Example): void => {
  const samples: readonly Sample[] = Array.isArray(given) ? given : [given as Sample];
  const source = samples.map((sample, at) => writeSample(sample, at)).join('');
  const series = readSeries([{ file: 'example.mbox', source }]);
  const looked = rule.look({ series, facts: sampleFacts(facts) });
  const said = findingsOf(looked).map(({ what }) => what);
  if (unknown !== undefined) assert.ok(unknownOf(looked)?.includes(unknown), `unknown is ${unknownOf(looked)}`);
  else if (finds === undefined) assert.deepEqual([said, unknownOf(looked)], [[], undefined]);
  else
    assert.ok(
      said.some((what) => what.includes(finds)),
      `it said ${JSON.stringify(said)}`,
    );
};

const findingsOf = (looked: Looked) =>
  looked === undefined ? [] : 'unknown' in looked ? (looked.findings ?? []) : looked;
const unknownOf = (looked: Looked): string | undefined =>
  looked !== undefined && 'unknown' in looked ? looked.unknown : undefined;
