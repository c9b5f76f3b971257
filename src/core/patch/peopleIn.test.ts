import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleIn } from './peopleIn.ts';

const told = (text: string): readonly string[] => peopleIn(text).map(({ name, address }) => `${name} | ${address}`);

const TABLE: Readonly<Record<string, readonly string[]>> = {
  'A B <a@b.c>': ['A B | a@b.c'],
  'a@b.c, <d@e.f>': [' | a@b.c', ' | d@e.f'],
  '"Doe, Jane" <j@d.e>, A <a@b.c>': ['Doe, Jane | j@d.e', 'A | a@b.c'],
  '"Jane \\"J\\" Doe" <j@d.e>': ['Jane "J" Doe | j@d.e'],
  'j@d.e (Jane, Doe)': ['Jane, Doe | j@d.e'],
  'stable@vger.kernel.org # 5.10+': [' | stable@vger.kernel.org'],
  'undisclosed-recipients:;': [],
  'A <a@b.c': ['A | a@b.c'],
  '': [],
};

for (const [text, expected] of Object.entries(TABLE))
  test(text || 'nobody', () => assert.deepEqual(told(text), expected));

test('a long list is read to its end', () => {
  for (const part of ['a@b.c,', '"', '(', '<', ' ', '()', '\\']) peopleIn(part.repeat(500_000 / part.length));
});
