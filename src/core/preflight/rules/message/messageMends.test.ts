import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFacts } from '../../../../../test/preflight/sampleFacts.ts';
import { readSeries } from '../../../series/readSeries.ts';
import type { Facts } from '../../facts.ts';
import { known } from '../../known.ts';
import type { PreflightRule } from '../../rule.ts';
import type { Sample } from '../../sample.ts';
import { writeSample } from '../../writeSample.ts';
import { bodyWidth } from './bodyWidth.ts';
import { commitMentions } from './commitMentions.ts';
import { leftInMessage } from './leftInMessage.ts';

/** The body as the mends of one rule leave it, and whether the rule holds afterwards. */
const mended = (rules: readonly PreflightRule[], name: string, sample: Sample, facts: Partial<Facts> = {}) => {
  const rule = rules.find((one) => one.name === name);
  assert.ok(rule);
  const look = (source: string) => {
    const series = readSeries([{ file: 'a.patch', source }]);
    const looked = rule.look({ series, facts: sampleFacts(facts) });
    return { series, found: looked === undefined || 'unknown' in looked ? [] : looked };
  };
  const source = writeSample(sample);
  const lines = source.split('\n');
  const edits = look(source).found.flatMap(({ mend }) => mend?.edits ?? []);
  for (const { first, count, put } of edits.toReversed()) lines.splice(first - 1, count, ...put);
  const after = look(lines.join('\n'));
  return { message: after.series.patches[0]?.message.map(({ text }) => text).join('\n'), left: after.found.length };
};

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const facts = {
  commits: known(
    new Map([['0123456', { found: 'one', sha: '0123456789ab'.repeat(4).slice(0, 40), subject: 'mm: Count' }]] as const),
  ),
};

test('a paragraph is wrapped, the others are left', () => {
  const body = `First.\n\n${'The count is wrong '.repeat(6).trim()}.\n\n\tcode`;
  assert.deepEqual(mended(bodyWidth, 'body-line-too-long', { body }), {
    message: `First.\n\n${'The count is wrong '.repeat(4).trim()}\n${'The count is wrong '.repeat(2).trim()}.\n\n\tcode\n\n${SIGNED}`,
    left: 0,
  });
});

test('a long line is broken by itself, and never where a line would mean more', () => {
  const long = `${'word '.repeat(14)}From here  on it goes.`;
  const body = `A line that stays apart,\n${long}\nand its neighbour.`;
  const { message } = mended(bodyWidth, 'body-line-too-long', { body });
  const broken = `${'word '.repeat(13)}word\nFrom`;
  assert.ok(message !== undefined);
  assert.ok(message.startsWith('A line that stays apart,\n') && message.includes('\nand its neighbour.\n'));
  assert.ok(!message.includes(broken) && message.includes('here  on it goes.'));
  const output = `result: ${'the tool says that it is wrong '.repeat(3)}`;
  assert.ok(mended(bodyWidth, 'body-line-too-long', { body: output }).message?.startsWith(output.trim()));
});

test('a line that a title makes too long is broken', () => {
  const body = 'We saw on one of the older boards that since commit 0123456 it is wrong.';
  assert.equal(
    mended(commitMentions, 'commit-without-title', { body }, facts).message,
    `We saw on one of the older boards that since commit 0123456789ab ("mm:\nCount") it is wrong.\n\n${SIGNED}`,
  );
});

test('a commit gets its digits and its title', () => {
  const sample = { body: 'Since commit 0123456 it is wrong.' };
  const after = { message: `Since commit 0123456789ab ("mm: Count") it is wrong.\n\n${SIGNED}`, left: 0 };
  assert.deepEqual(mended(commitMentions, 'commit-without-title', sample, facts), after);
  assert.deepEqual(mended(commitMentions, 'commit-id-too-short', sample, facts), after);
});

test('a title that is there stays', () => {
  const sample = { body: 'Since commit 0123456 ("mm: Count") it is.' };
  assert.deepEqual(mended(commitMentions, 'commit-id-too-short', sample, facts), {
    message: `Since commit 0123456789ab ("mm: Count") it is.\n\n${SIGNED}`,
    left: 0,
  });
});

test('a Change-Id is deleted', () => {
  const trailers = ['Change-Id: Ic8aaa0728a43936cd4c6e1ed590e01ba8f0fbf5b', SIGNED];
  assert.deepEqual(mended(leftInMessage, 'change-id-left', { body: 'Count once.', trailers }), {
    message: `Count once.\n\n${SIGNED}`,
    left: 0,
  });
});
