import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { writeFiles } from '../../test/world/gitFolder.ts';
import { createHost } from '../edge/host.ts';
import { olderTreeOf } from './olderTreeOf.ts';

test('the newest release that is older, beside the tree or in the cache; a clone is none, U-Boot another project', (t) => {
  const place = mkdtempSync(join(tmpdir(), 'patchling-older-'));
  t.after(() => rmSync(place, { recursive: true }));
  const host = createHost();
  const cache = join(place, 'cache');
  const older = (tree: string) => olderTreeOf({ ...host, folders: { ...host.folders, cache } }, tree);
  const tree = (folder: string, version: number, patchlevel: number, kconfig = 'mainmenu "Linux"\n'): string => {
    const Makefile = `VERSION = ${version}\nPATCHLEVEL = ${patchlevel}\nSUBLEVEL = 3\n`;
    writeFiles(join(place, folder), { Makefile, MAINTAINERS: '', Kconfig: kconfig });
    return join(place, folder);
  };
  const folderOf = (known: ReturnType<typeof older>): string | undefined =>
    known.kind === 'known' ? known.value.folder : known.settle;

  const own = tree('linux-source-6.12', 6, 12);
  assert.match(folderOf(older(own)) ?? '', /^sudo apt-get install linux-source-6\.1 /);
  const uBoot = 'mainmenu "U-Boot $(UBOOTVERSION) Configuration"\n';
  assert.equal(folderOf(older(tree('u-boot-2026.10', 2026, 10, uBoot))), undefined);
  tree('linux-source-5.10', 5, 10);
  tree('linux-source-6.19', 6, 19);
  tree('linux-next', 6, 11);
  const cached = tree('cache/trees/linux-source-6.1', 6, 1);
  assert.equal(folderOf(older(own)), cached);
  const beside = tree('linux-6.6', 6, 6);
  assert.equal(folderOf(older(own)), beside);
  const before = tree('u-boot-2025.10', 2025, 10, uBoot);
  assert.equal(folderOf(older(join(place, 'u-boot-2026.10'))), before);
});
