import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { readKept, writeKept } from './cardCache.ts';

test('an answer is kept for one tree, one question and one key', (t) => {
  const cache = mkdtempSync(join(tmpdir(), 'patchling-cards-'));
  t.after(() => rmSync(cache, { recursive: true }));
  const under = { cache, tree: '/tree', asked: 'mm', key: 'aa' };
  assert.equal(readKept(under), undefined);
  writeKept(under, { is: 'kept' });
  assert.deepEqual(readKept(under), { is: 'kept' });
  for (const other of [{ tree: '/other' }, { asked: 'bpf' }, { key: 'bb' }]) {
    assert.equal(readKept({ ...under, ...other }), undefined);
  }
  writeKept({ ...under, key: 'bb' }, { is: 'new' });
  assert.equal(readdirSync(join(cache, 'cards')).length, 1, 'the new one takes the place of the old');
  assert.equal(readKept(under), undefined);
});

test('a damaged one counts for none, and a cache that cannot be written is no trouble', (t) => {
  const cache = mkdtempSync(join(tmpdir(), 'patchling-cards-'));
  t.after(() => rmSync(cache, { recursive: true }));
  const under = { cache, tree: '/tree', asked: 'mm', key: 'aa' };
  writeKept(under, 1);
  const [file = ''] = readdirSync(join(cache, 'cards'));
  for (const text of ['', 'null', '{"key":"aa","answer":2}', '{"key"']) {
    writeFileSync(join(cache, 'cards', file), text);
    assert.equal(readKept(under), undefined, text);
  }
  writeFileSync(join(cache, 'file'), '');
  assert.doesNotThrow(() => writeKept({ ...under, cache: join(cache, 'file') }, 1));
});
