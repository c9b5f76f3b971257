import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareText, draw, seededRandom, shuffle } from './std.ts';

const take = (seed: string | number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

test('a seed gives the same numbers today and in a year', () => {
  // Written down once: a draw that somebody noted must be found again by later versions.
  assert.deepEqual(
    take('4711', 3).map((number) => number.toFixed(9)),
    take(4711, 3).map((number) => number.toFixed(9)),
  );
  assert.deepEqual(
    take(4711, 3).map((number) => number.toFixed(9)),
    ['0.132220893', '0.686072396', '0.206353991'],
  );
});

test('numbers lie between 0 and 1, and near seeds do not walk together', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const numbers = take(seed, 20);
      assert.ok(numbers.every((number) => number >= 0 && number < 1));
      assert.notDeepEqual(numbers, take(`${seed}x`, 20));
    }),
  );
});

test('a thousand people spread over the sites', () => {
  const sites = Array.from({ length: 250 }, (_, at) => at);
  const drawn = Array.from({ length: 1000 }, (_, person) => draw(sites, seededRandom(person)));
  const counts = sites.map((site) => drawn.filter((one) => one === site).length);
  assert.ok(counts.filter((count) => count > 0).length > 235, 'nearly every site is drawn by somebody');
  assert.ok(Math.max(...counts) <= 16, `no site is drawn by many: ${Math.max(...counts)}`);
});

test('draw takes an item of the list, nothing from an empty one', () => {
  assert.equal(draw([], seededRandom(1)), undefined);
  assert.equal(draw(['only'], seededRandom(1)), 'only');
});

test('shuffle keeps every item and leaves the list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const before = [...items];
      const shuffled = shuffle(items, seededRandom(seed));
      assert.deepEqual(items, before);
      assert.deepEqual(shuffled.toSorted(), before.toSorted());
    }),
  );
});

test('every order is about as likely', () => {
  const counts = new Map<string, number>();
  const random = seededRandom('orders');
  for (let round = 0; round < 6000; round++) {
    const order = shuffle(['a', 'b', 'c'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const [order, count] of counts) assert.ok(count > 880 && count < 1120, `${order}: ${count}`);
});

test('compareText orders by unit, whatever the locale', () => {
  assert.deepEqual(['b', 'ä', 'B', 'a', 'a'].toSorted(compareText), ['B', 'a', 'a', 'b', 'ä']);
});
