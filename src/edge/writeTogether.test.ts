import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Trouble } from '../core/trouble.ts';
import { writeFileAtomic } from './files.ts';
import { withTempFolder } from './tempFolder.ts';
import { writeTogether } from './writeTogether.ts';

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

test('all are written', async () => {
  await withTempFolder(async (folder) => {
    const [one, two] = [join(folder, '1'), join(folder, '2')];
    writeTogether([file(one, 'a'), file(two, 'b')], writeFileAtomic);
    assert.deepEqual([readFileSync(one, 'utf8'), readFileSync(two, 'utf8')], ['a', 'b']);
  });
});

test('where one cannot be written, none was: what came goes, what was there is there', async () => {
  await withTempFolder(async (folder) => {
    const [kept, fresh] = [join(folder, 'kept'), join(folder, 'new')];
    writeFileSync(kept, 'before');
    const files = [file(kept, 'after'), file(fresh, 'b'), file(join(kept, 'below'), 'c')];
    assert.throws(() => writeTogether(files, writeFileAtomic), Trouble);
    assert.equal(readFileSync(kept, 'utf8'), 'before');
    assert.deepEqual(readdirSync(folder).toSorted(), ['kept']);
  });
});
