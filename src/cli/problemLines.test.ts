import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../core/preflight/problem.ts';
import { problemLines } from './problemLines.ts';

const paint = (_tone: string, text: string): string => text;
const printed = (problem: Partial<Problem>, width = 80, isFirst = true): string[] =>
  problemLines(
    {
      rule: 'made-so',
      severity: 'error',
      place: { file: '0001-made.patch', line: 7 },
      text: '+\tBUG();',
      span: [2, 7],
      what: 'It is so.',
      why: 'Because.',
      next: 'Do it.',
      ...problem,
    } as Problem,
    { paint, width },
    isFirst,
  );

test('what, where, the line with a caret, why, what to do, where it is written', () => {
  const source = { file: 'Documentation/made.rst', heading: 'Rules', line: 3, words: 'It must not be so.' };
  assert.deepEqual(printed({ source, path: 'mm/slub.c', line: 12 }), [
    'error: It is so.',
    ' --> 0001-made.patch:7 (mm/slub.c:12)  [made-so]',
    '  |',
    '7 | +        BUG();',
    '  |          ^^^^^',
    '  = why    Because.',
    '  = next   Do it.',
    '  = read   Documentation/made.rst, "Rules", line 3',
    '           “It must not be so.”',
  ]);
});

test('the second of a rule leaves out what was said; a question is one', () => {
  assert.deepEqual(printed({ severity: 'note' }, 80, false).slice(0, 1), ['question: It is so.']);
  assert.ok(!printed({}, 80, false).join('\n').includes('why'));
});

test('the caret stands below wide letters, marks, and parts of a long line', () => {
  const under = (problem: Partial<Problem>, width = 80): string[] => printed(problem, width).slice(3, 5);
  assert.deepEqual(under({ text: '日本 x', span: [3, 4] }), ['7 | 日本 x', '  |      ^']);
  assert.deepEqual(under({ text: 'e\u0301 x', span: [3, 4] }), ['7 | e\u0301 x', '  |   ^']);
  assert.deepEqual(under({ text: 'abc', span: [3, 3] }), ['7 | abc', '  |    ^']);
  const [line = '', caret = ''] = under({ text: `${'a'.repeat(200)}BUG${'b'.repeat(200)}`, span: [200, 203] }, 60);
  assert.ok(line.length <= 60 && line.includes('…'));
  assert.equal(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1), 'BUG');
});

test('nothing of a mail moves the cursor', () => {
  const evil = '\u001b[2J\r\u202e';
  const all = printed({ text: evil, what: evil, place: { file: evil, line: 1 }, path: evil, next: evil }).join('\n');
  assert.doesNotMatch(all, /[\u001b\r\u202e]/);
});
