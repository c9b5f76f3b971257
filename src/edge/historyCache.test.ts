import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { HistoryRecord } from '../core/subsystem/history.ts';
import { personHash, readHistory, writeHistory } from './historyCache.ts';
import { withTempFolder } from './tempFolder.ts';

const record: HistoryRecord = {
  head: '1da177e4c3f41524e886b7f1b8a0c1fc7321cac2',
  shallow: '',
  since: 1_668_464_000,
  until: 1_700_000_000,
  idents: [{ address: personHash('jane@example.org'), name: 0, first: 1_600_000_000 }],
  paths: ['mm/a.c', 'mm/größe\n"\u{fffd}".c'],
  rows: ['0 1+\t["abc",0]', '\t["größer"]', ''],
};

test('what is kept is the same again, in one file, and nobody is named in it', async () => {
  await withTempFolder(async (folder) => {
    const cache = join(folder, 'cache');
    assert.equal(readHistory(cache, folder), undefined);
    assert.equal(writeHistory(cache, folder, record), true);
    assert.deepEqual(readHistory(cache, folder), record);
    writeHistory(cache, folder, { ...record, rows: [] });
    assert.deepEqual(readHistory(cache, folder)?.rows, []);
    const files = readdirSync(join(cache, 'histories'));
    assert.equal(files.length, 1);
    assert.doesNotMatch(readFileSync(join(cache, 'histories', files[0] ?? ''), 'utf8'), /jane|example/);
  });
});

test('a damaged one, or one of another version, is none', async () => {
  await withTempFolder(async (folder) => {
    writeHistory(folder, folder, record);
    const file = join(folder, 'histories', readdirSync(join(folder, 'histories'))[0] ?? '');
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      writeFileSync(file, whole.subarray(0, at));
      assert.equal(readHistory(folder, folder), undefined, `cut at ${at}`);
      writeFileSync(file, whole.with(at, (whole[at] ?? 0) ^ 1));
      assert.equal(readHistory(folder, folder), undefined, `changed at ${at}`);
    }
    writeFileSync(file, whole);
    assert.deepEqual(readHistory(folder, folder), record);
  });
});

test('where it cannot be written nothing is left behind, and nothing thrown', async () => {
  await withTempFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    assert.equal(writeHistory(join(folder, 'file'), folder, record), false);
    assert.deepEqual(readdirSync(folder), ['file']);
  });
});
