import assert from 'node:assert/strict';
import test from 'node:test';
import { unknown } from '../../../../test/subsystem/candidate.ts';
import { card } from '../../../../test/subsystem/card.ts';
import { cardSentence, comparedHeadline } from './cardSentence.ts';

const steep = (name: string, height: 'gentle' | 'moderate' | 'steep') =>
  card({ name, steepness: { steep: height, because: [], unknown: [] } });

test('what a newcomer wants to know first', () => {
  const sentence = cardSentence(card());
  assert.equal(
    sentence,
    'Moderate to begin in; 5 newcomers had a first patch merged in the year; clean-ups are welcome.',
  );
  const nobodySays = card({ history: unknown, cleanUps: { stance: 'unknown', because: 'Nobody says.' } });
  assert.match(
    cardSentence(nobodySays),
    /how newcomers fare here is unknown; nobody says whether clean-ups are wanted\.$/,
  );
});

test('which is the easiest', () => {
  const [a, b, c] = [steep('A', 'gentle'), steep('B', 'moderate'), steep('C', 'moderate')];
  assert.equal(comparedHeadline([b, a]), 'A is the gentler to begin in');
  assert.equal(comparedHeadline([b, a, c]), 'A is the gentlest to begin in');
  assert.equal(comparedHeadline([b, c]), 'Both are moderate to begin in');
  assert.equal(comparedHeadline([b, c, steep('D', 'steep')]), '2 of these are moderate to begin in');
});
