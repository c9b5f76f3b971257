import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planLists } from './planLists.js';

const cases = [
  { name: 'all on offer', wanted: ['bc', 'flex'], onOffer: ['bc', 'flex'], expected: 'as they are' },
  { name: 'one is not', wanted: ['bc', 'flex'], onOffer: ['bc'], expected: 'read anew' },
  { name: 'nothing is: a new image', wanted: ['bc'], onOffer: [], expected: 'read anew' },
  {
    name: 'a pattern may have a newer name than they know',
    wanted: ['bc', 'linux-source-*'],
    onOffer: ['bc', 'linux-source-6.1'],
    expected: 'read anew',
  },
];

for (const { name, wanted, onOffer, expected } of cases) {
  test(`lists: ${name}`, () => assert.equal(planLists(wanted, onOffer), expected));
}
