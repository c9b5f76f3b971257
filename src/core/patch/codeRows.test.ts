import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeRow, codeRows } from './codeRows.ts';

const text = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n';
const shown = (rows: readonly CodeRow[]): string[] =>
  rows.map(({ kind, number, pieces }) => `${kind} ${number} ${pieces.map((piece) => piece.text).join('|')}`.trim());
const plain = { text, first: 4, last: 6, edits: [], colour: () => [] };

test('a stretch as it is', () => {
  assert.deepEqual(shown(codeRows(plain)), ['same 4 four', 'same 5 five', 'same 6 six']);
});

test('a changed line: what goes, then what comes', () => {
  const at = text.indexOf('five');
  const edits = [{ start: at, end: at + 4, text: 'FIVE' }];
  assert.deepEqual(shown(codeRows({ ...plain, edits })), ['same 4 four', 'gone 5 five', 'new 5 FIVE', 'same 6 six']);
});

test('a line that is only added, and one elsewhere in the file', () => {
  const edits = [
    { start: 0, end: 0, text: '#include <a.h>\n' },
    { start: text.indexOf('six'), end: text.indexOf('six'), text: 'new\n' },
  ];
  assert.deepEqual(shown(codeRows({ ...plain, edits })), [
    'new 1 #include <a.h>',
    'same 1 one',
    'same 2 two',
    'cut 0',
    'same 4 four',
    'same 5 five',
    'new 7 new',
    'same 6 six',
  ]);
});

test('what is meant is marked, over several lines, and colours are cut at it', () => {
  const marked = { start: text.indexOf('ur'), end: text.indexOf('ve') };
  const [four, five] = codeRows({ ...plain, marked });
  assert.deepEqual(four?.pieces, [{ text: 'fo' }, { text: 'ur', isMarked: true }]);
  assert.deepEqual(five?.pieces, [{ text: 'fi', isMarked: true }, { text: 've' }]);
});

test('bytes that are no UTF-8 do no harm, and those that are become letters', () => {
  const [row] = codeRows({ ...plain, text: '\xc3\xa4 \xff\n', first: 1, last: 9 });
  assert.equal(row?.pieces[0]?.text, 'ä \ufffd');
});
