import assert from 'node:assert/strict';
import test from 'node:test';
import { unknown } from '../../test/subsystem/candidate.ts';
import { card } from '../../test/subsystem/card.ts';
import { page } from '../../test/subsystem/page.ts';
import { sayCards } from './sayCards.ts';

const tree = { folder: '/tree', how: 'here', name: 'Linux 6.12' };
const one = card();
const other = card({ name: 'OTHER DRIVERS FOR MADE-UP DEVICES', history: unknown, load: 5 });

test('side by side: a row for each question, in columns that do not run into each other', () => {
  const lines = page(100, (face) => sayCards(face, tree, [one, other]));
  assert.ok(lines.every((line) => line.length <= 100));
  assert.match(lines[0] ?? '', /^ {14}MADE NETWORK +OTHER DRIVERS FOR/);
  const row = (label: string): string => lines.find((line) => line.startsWith(label)) ?? '';
  assert.match(row('How steep'), /moderate +moderate$/);
  assert.match(row('Activity'), /120 patches/);
  assert.match(row('History'), /^History +\? unknown$/);
  assert.match(row('Your load'), /no patch of yours is open here +✗ 5 of your patches/);
});

test('one below the other where it is too narrow, and a single one as a page', () => {
  for (const [columns, cards] of [
    [56, [one, other]],
    [200, [one]],
  ] as const) {
    const lines = page(columns, (face) => sayCards(face, tree, cards));
    assert.equal(lines.filter((line) => line.startsWith('How steep')).length, cards.length);
    assert.equal(lines.filter((line) => line === 'Next').length, cards.length);
  }
});
