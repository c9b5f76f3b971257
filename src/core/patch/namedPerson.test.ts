import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSamePerson, namedPerson } from './namedPerson.ts';

test('reads what a tag says about a person', () => {
  assert.deepEqual(namedPerson('Ada Made <ada@made.example> # 5.10+'), {
    name: 'Ada Made',
    address: 'ada@made.example',
    comment: '# 5.10+',
  });
  assert.deepEqual(namedPerson('"Made, Ada" <ada@made.example>').name, 'Made, Ada');
  assert.deepEqual(namedPerson('stable@vger.kernel.org [5.10]'), {
    name: '',
    address: 'stable@vger.kernel.org',
    comment: '[5.10]',
  });
  assert.deepEqual(namedPerson('Ada Made'), { name: 'Ada Made', address: '', comment: '' });
});

test('one person with two spellings or two addresses, and two people', () => {
  const same = (one: string, other: string) => isSamePerson(namedPerson(one), namedPerson(other));
  assert.ok(same('Ada <ADA+x@made.example>', 'A. Made <ada@made.example>'));
  assert.ok(same('Ána Made <a@x.example>', 'Made, Ana <b@y.example>'));
  assert.ok(!same('Ada Made <a@x.example>', 'Bo Other <b@y.example>'));
  assert.ok(!same('<a@x.example>', '<b@y.example>'));
  assert.ok(!same('', ''));
});
