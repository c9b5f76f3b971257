import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeInProse, prose, toldLines } from './prose.ts';

const body = (text: string) => text.split('\n').map((line, at) => ({ text: line, at: at + 10 }));
const kinds = (text: string) =>
  toldLines(body(text))
    .map(({ kind }) => kind)
    .join(' ');
const texts = (text: string) => prose({ body: body(text) }).map((one) => one.text);

const shapes: readonly (readonly [name: string, text: string, expected: string])[] = [
  ['a paragraph', 'The driver frees the buffer twice\nwhen probe fails.', 'prose prose'],
  ['one word', 'Linux\n\nDone.', 'prose blank prose'],
  ['indented code', 'It calls\n\n\tnum = DIV_ROUND_UP(size, blksz);\n\nonce.', 'prose blank literal blank prose'],
  ['unindented code', 'if (ret)\n{\nreturn ret;\n}', 'prose literal literal literal'],
  ['a log with times', '[    1.234567] usb 1-1: new device\n[    1.234890] usb 1-1: gone', 'log log'],
  [
    'an oops',
    'BUG: KASAN: use-after-free in f+0x1/0x2\nCall Trace:\nkfree\nusb_disconnect\n\nFix it.',
    'log log log log blank prose',
  ],
  ['a compiler message', 'drivers/a/b.c:12:3: error: x undeclared\n  12 | foo(x);\n\nAdd it.', 'log log blank prose'],
  ['a shell session', 'Reproduce:\n\n$ make defconfig\n=> mmc info\n# reboot', 'prose blank literal literal literal'],
  ['a list', 'It does:\n- add the first\n  part of it\n- drop the other\n1. count them', 'prose list list list list'],
  [
    'a table',
    'name      before    after\n|  a  |  b  |\n+-----+-----+\n====== =====',
    'literal literal literal literal',
  ],
  [
    'links',
    'See:\nhttps://made.example/a?b=c\n[1] https://made.example/\nLink: https://made.example/',
    'prose link link link',
  ],
  ['tags in the text', 'Reported-by: A <a@made.example>\nFixes: 123456789012 ("x: y")\n      and more', 'tag tag tag'],
  ['an editor’s note', '[ada: fixed a typo]\n(cherry picked from commit 1234567)', 'tag tag'],
  ['quoted mail', '> Why not so?\n>> Because.', 'quote quote'],
  ['a fence', '```\nplain words within it\n```\nAnd then words.', 'literal literal literal prose'],
  ['a cut', '--- 8< ---\nplain words\n--- 8< ---', 'literal literal literal'],
  ['indented as a whole', '  The first line of it.\n  The second line.\n\n      code();', 'prose prose blank literal'],
  ['an indented sentence', 'First.\n  This sentence is indented only for a reason.', 'prose prose'],
  ['a semicolon at the end', 'The first of them is never read by anyone;\nthe second is.', 'prose prose'],
  ['a diagram', '  +-----+     +-----+\n  | cpu |---->| bus |\n  +-----+     +-----+', 'literal literal literal'],
  ['an option', 'CONFIG_DM_ETH=y\nCONFIG_A_B_C is not set anywhere.', 'literal prose'],
  ['registers', 'RAX: 0000000000000000 RBX: ffff888003c0\nx29: ffff800082a3bc50 x28: ffff000080', 'log log'],
  ['sizes by dots', '- renesas_update_loader_part ........ Update it', 'list'],
];
for (const [name, text, expected] of shapes) test(`${name} is told`, () => assert.equal(kinds(text), expected));

test('paragraphs are joined, items stand alone', () => {
  assert.deepEqual(texts('One line\nand another.\n\n\tcode();\n\n- a thing\n  of two lines\n- another thing'), [
    'One line and another.',
    '- a thing of two lines',
    '- another thing',
  ]);
});

test('the words of others are blanked out, in place', () => {
  const [one] = prose({ body: body('Since "x: I fix it"\nand `this patch` it\'s https://made.example/we slow.') });
  assert.equal(one?.own.length, one?.text.length);
  assert.equal(one?.own.replace(/\s+/g, ' '), "Since and it's slow.");
});

test('a piece has its place', () => {
  const [one] = prose({ body: body('  One line\n  and this patch\n  too') });
  assert.ok(one);
  const at = one.text.indexOf('this patch');
  assert.deepEqual(placeInProse(one, at, at + 10), { line: { text: '  and this patch', at: 11 }, span: [6, 16] });
});

test('a message of a million odd characters is read', () => {
  for (const piece of ['"', '(', '- ', ' a', '\t', '> ', '.'.repeat(9), 'x'.repeat(50)]) {
    const long = piece.repeat(400_000 / piece.length);
    prose({ body: body(`${long}\n${long}`) });
    prose({ body: Array.from({ length: 20_000 }, (_none, at) => ({ text: piece.repeat(5), at })) });
  }
});
