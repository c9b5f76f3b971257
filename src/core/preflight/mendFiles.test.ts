import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendFiles } from './mendFiles.ts';
import type { Problem } from './problem.ts';
import type { Mend } from './rule.ts';

const problem = (edits: Mend['edits'], more: Partial<Problem> = {}): Problem =>
  ({ mend: { says: 'Mend it', edits }, place: { file: 'a.patch', line: 1 }, ...more }) as Problem;
const mended = (source: string, problems: readonly Problem[]): string | undefined =>
  mendFiles(problems, [{ file: 'a.patch', source }])[0]?.after;

test('lines are replaced, taken out and put in, and the others stay byte for byte', () => {
  const source = 'one\ntwo\r\nthr\u00e9\u00ffe\nfour';
  assert.equal(
    mended(source, [problem([{ first: 1, count: 1, put: ['ONE', 'more'] }])]),
    `ONE\nmore\n${source.slice(4)}`,
  );
  assert.equal(mended(source, [problem([{ first: 2, count: 1, put: ['TWO'] }])]), 'one\nTWO\r\nthr\u00e9\u00ffe\nfour');
  assert.equal(mended(source, [problem([{ first: 3, count: 1, put: [] }])]), 'one\ntwo\r\nfour');
  assert.equal(mended('a\nb\n', [problem([{ first: 2, count: 0, put: ['é'] }])]), 'a\n\u00c3\u00a9\nb\n');
});

test('of two mends for the same line the first counts; what is turned off or of another file does not', () => {
  const one = problem([{ first: 1, count: 1, put: ['x'] }]);
  const other = problem([{ first: 1, count: 1, put: ['y'] }]);
  assert.equal(mended('a\nb\n', [one, other]), 'x\nb\n');
  assert.equal(mended('a\nb\n', [{ ...one, turnedOff: 'no' }]), undefined);
  assert.equal(mended('a\nb\n', [{ ...one, place: { file: 'b.patch', line: 1 } }]), undefined);
});

test('a hundred thousand mends are one pass', () => {
  const count = 100_000;
  const problems = Array.from({ length: count }, (_one, at) => problem([{ first: at + 1, count: 1, put: ['b'] }]));
  assert.equal(mended('a\n'.repeat(count), problems), 'b\n'.repeat(count));
});
