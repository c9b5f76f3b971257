import assert from 'node:assert/strict';
import test from 'node:test';
import { Trouble } from '../core/trouble.ts';
import { countFrom, newcomerFrom } from './newcomerFrom.ts';

test('the answers of a command line, above those of the last time', () => {
  const before = { hours: 3, months: 6, interests: ['audio'], hardware: ['Raspberry Pi'] };
  assert.deepEqual(newcomerFrom({ hours: '10', interests: 'networking, usb' }, before), {
    hours: 10,
    months: 6,
    interests: ['networking', 'usb'],
    hardware: ['Raspberry Pi'],
  });
  assert.deepEqual(newcomerFrom({ hardware: '' }, before).hardware, []);
  assert.deepEqual(newcomerFrom({ months: '3' }), { months: 3, interests: [], hardware: [] });
});

test('numbers as people write them', () => {
  const read = ['10', ' 2.5 ', '2,5', '10h', '10 hours', '3 months', ''].map((text) => countFrom(text, '--hours', 100));
  assert.deepEqual(read, [10, 2.5, 2.5, 10, 10, 3, undefined]);
  for (const wrong of ['many', '0', '-1', '101', '1e2', 'NaN']) {
    assert.throws(() => countFrom(wrong, '--hours', 100), Trouble, wrong);
  }
});
