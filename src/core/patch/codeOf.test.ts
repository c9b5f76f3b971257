import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf } from './codeOf.ts';
import type { MailedDiffLine } from './fileDiff.ts';

const lines = (...texts: readonly string[]): readonly MailedDiffLine[] =>
  texts.map((text, at) => ({ mark: text.charAt(0) as MailedDiffLine['mark'], text: text.slice(1), at: at + 1 }));

test('code, comments and strings keep their columns', () => {
  const [read] = codeOf(lines('+a("x /* y", 1); /* b(); */ c(\'"\'); // d'));
  assert.deepEqual(
    [read?.code, read?.strings, read?.comment].map((text) => text?.trimEnd()),
    [
      'a("      ", 1);            c(\' \');',
      '  "x /* y"                   \'"\'',
      '                /* b(); */         // d',
    ],
  );
});

test('a comment goes on over lines, on each side of the diff by itself', () => {
  const read = codeOf(lines(' /* one', '-two */ old();', '+two', '+three */ fresh();', ' both();'));
  assert.deepEqual(
    read.map(({ code }) => code.trim()),
    ['', 'old();', '', 'fresh();', 'both();'],
  );
});

test('a hunk may begin inside a comment', () => {
  assert.deepEqual(
    codeOf(lines('  * says strcpy()', '+ * and BUG()', '  */', ' go();')).map(({ code }) => code.trim()),
    ['', '', '', 'go();'],
  );
  assert.equal(codeOf(lines('  * all of it', '+ * is comment'))[1]?.code, '');
  assert.equal(codeOf(lines(' *p = 1;', '+f();'))[0]?.code, '*p = 1;');
});

test('what is not closed ends with its line', () => {
  const read = codeOf(lines("+#error don't", '+puts("a\\"b', "+c = '\\n';"));
  assert.deepEqual(
    read.map(({ code }) => code.replace(/ +/g, ' ')),
    ["#error don't", 'puts(" b', "c = ' ';"],
  );
});
