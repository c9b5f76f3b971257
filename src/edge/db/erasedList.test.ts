import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { withTempFolder } from '../tempFolder.ts';
import { erasedList } from './erasedList.ts';

test('who was erased is noted once, also after a line that a crash cut off', () =>
  withTempFolder(async (data) => {
    const list = erasedList(data);
    assert.deepEqual([...list.read()], []);
    list.add('p-1');
    appendFileSync(join(data, 'erased.ids'), '\np-');
    list.add('p-2');
    list.add('p-1');
    assert.deepEqual([...list.read()], ['p-1', 'p-', 'p-2']);
    assert.throws(() => list.add('Ada Lovelace'), TypeError);
  }));

test('an erasure that a crash cut off is still to do', (t) =>
  withTempFolder((data) =>
    withDatabase(t, async ({ db }) => {
      const list = erasedList(data);
      list.add('p-1');
      list.add('p-2');
      await db
        .insertInto('erasure')
        .values({ person: 'p-1', at: new Date(0) })
        .execute();
      assert.deepEqual(await list.unfinished(db), ['p-2']);
    }),
  ));
