import assert from 'node:assert/strict';
import test from 'node:test';
import { candidate, known, software, year } from '../../../test/subsystem/candidate.ts';
import { adviceChange } from './adviceChange.ts';
import { advise } from './advise.ts';
import type { Newcomer } from './newcomer.ts';

const steep = candidate({
  name: 'DEEP PROTOCOL',
  ...software,
  lines: known(300_000),
  selftests: ['tools/testing/selftests/net/deep'],
  history: known(year({ patches: 400 })),
});
const easy = candidate({
  name: 'SHALLOW NET',
  folders: [{ folder: 'drivers/net/shallow/', files: 40 }],
  ...software,
  lines: known(16_000),
  history: known(
    year({ newcomers: known({ people: 1, kinds: { fix: 1, cleanup: 0, docs: 0, tests: 0, feature: 0 } }) }),
  ),
});
const all = [steep, easy];
const few: Newcomer = { hours: 2, months: 3, interests: ['networking'], hardware: [] };

const changed = (before: Newcomer, now: Newcomer, kept?: readonly string[], tree = 'Linux'): string => {
  const byLastAnswers = advise(before, all);
  const advised = kept ?? byLastAnswers.advised.map(({ name }) => name);
  return adviceChange(
    { tree, newcomer: before, advised },
    {
      tree: 'Linux',
      advice: advise(now, all),
      byLastAnswers,
      candidateOf: (name) => all.find(({ about }) => about.name === name),
    },
  ).join('\n');
};

test('more hours: what moved, by how much, because of which answer', () => {
  assert.equal(
    changed(few, { ...few, hours: 20 }),
    [
      'You have 20 hours a week now; it was 2.',
      'DEEP PROTOCOL goes up from 2 to 1: ease brings 8 points, not 2, because of your hours.',
      'SHALLOW NET goes down from 1 to 2: others passed it.',
    ].join('\n'),
  );
});

test('an answer that moves nothing says so', () => {
  assert.match(changed(few, { ...few, hours: 3 }), /3 hours a week now; it was 2\.\nThat moves nothing/);
});

test('words and answers left out', () => {
  const said = changed(few, { months: 3, interests: ['audio', 'net'], hardware: ['Raspberry Pi'] });
  assert.match(said, /do not say any more how many hours a week you have; it was 2/);
  assert.match(said, /For interests you name audio, net now; you had named networking\./);
  assert.match(said, /For hardware you name Raspberry Pi now; you had named none\./);
  assert.match(changed(few, { ...few, interests: [] }), /You name no interests any more/);
});

test('the same answers on the same tree', () => {
  assert.equal(changed(few, few), 'Your answers and the tree are as they were, and so is the advice.');
});

test('what the tree changed is not put down to the answers', () => {
  assert.equal(
    changed(few, few, ['GONE', 'SHALLOW NET']),
    'The tree has changed since, or what is known of it: by your last answers DEEP PROTOCOL came in and GONE went out.',
  );
});

test('another project is not compared', () => {
  assert.equal(changed(few, few, [], 'U-Boot'), 'The last advice was for U-Boot, so it is not compared with this one.');
});
