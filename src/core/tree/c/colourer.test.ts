import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGrammar, readHighlights } from '../../../edge/cGrammar.ts';
import { createColourer } from './colourer.ts';

const colourer = await createColourer(readGrammar(), readHighlights());
const words = (text: string): string[] =>
  colourer.colour(text).map(({ start, end, colour }) => `${colour} ${text.slice(start, end)}`);

test('keywords, types, numbers, text and comments', () => {
  assert.deepEqual(words('static int f(struct a *b) { return 7; } // end'), [
    'keyword static',
    'type int',
    'keyword struct',
    'type a',
    'keyword return',
    'text 7',
    'comment // end',
  ]);
  assert.deepEqual(words('char *s = "if";'), ['type char', 'text "if"']);
});

test('what is no C is coloured as far as it goes', () => {
  assert.doesNotThrow(() => words('}}} %% <script>alert(1)</script> \u001b[31m'));
  assert.deepEqual(words(''), []);
});
