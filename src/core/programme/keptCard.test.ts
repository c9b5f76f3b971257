import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card } from '../../../test/subsystem/card.ts';
import { cardsLike, glance, keptCard, steepOf } from './keptCard.ts';

const drawn = { begin: 'You would begin at drivers/net/a.c:7.', command: ['patchling', 'fix', 'drivers/net/a.c:7'] };

test('a card is kept without what is the keeper’s own: their load, and the place that was drawn for them', () => {
  const kept = keptCard(card({ first: drawn }), 'Linux 6.12');
  assert.match(kept.begin, /drawn for you alone: patchling subsystem 'MADE NETWORK'$/);
  assert.doesNotMatch(JSON.stringify(kept), /a\.c:7|Your load|settle/);
  const tests = { begin: 'You would begin with its tests.', command: ['less', 'a.c'] };
  assert.equal(keptCard(card({ first: tests }), 'Linux 6.12').begin, tests.begin);
});

test('cards by their names and steepness', () => {
  const [made, other] = ['MADE NETWORK', 'OTHER'].map((name) => ({ ...keptCard(card(), 'Linux 6.12'), name }));
  const cards = made && other ? [made, other] : [];
  assert.equal(made && steepOf(made), 'moderate');
  assert.deepEqual(cardsLike(cards, { like: ' net', steep: undefined }), [made]);
  assert.deepEqual(cardsLike(cards, { like: '', steep: 'moderate' }), cards);
  assert.deepEqual(cardsLike(cards, { like: '', steep: 'gentle' }), []);
  assert.match(glance(keptCard(card(), 'Linux 6.12')).join(' · '), /^moderate for a newcomer · no device is needed/);
});
