import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { installedSources } from './installedSources.ts';

test('the tarballs that are there, the newest first; nothing else', async () => {
  await withTempFolder(async (folder) => {
    const names = ['linux-source-6.9.tar.xz', 'linux-source-6.12.tar.xz', 'linux-source-6.8.0.tar.bz2'];
    const others = [
      'linux-source-6.12',
      'linux-headers-6.1.tar.xz',
      'linux-config-6.1',
      'linux-source-6.13.tar.xz.dpkg-new',
    ];
    writeFiles(folder, Object.fromEntries([...names, ...others].map((name) => [name, ''])));
    assert.deepEqual(await installedSources(folder), [
      { file: join(folder, 'linux-source-6.12.tar.xz'), name: 'linux-source-6.12', version: '6.12' },
      { file: join(folder, 'linux-source-6.9.tar.xz'), name: 'linux-source-6.9', version: '6.9' },
      { file: join(folder, 'linux-source-6.8.0.tar.bz2'), name: 'linux-source-6.8.0', version: '6.8.0' },
    ]);
    assert.deepEqual(await installedSources(join(folder, 'none')), []);
  });
});
