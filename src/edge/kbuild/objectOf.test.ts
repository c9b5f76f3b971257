import assert from 'node:assert/strict';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { kernelBuild, kernelTree, noBuildFolder } from '../../../test/world/kernelTree.ts';
import { smallKernel } from '../../../test/world/smallKernel.ts';
import { seededRandom, shuffle } from '../../core/std.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { objectOf, objectsOf } from './objectOf.ts';

const tree = kernelTree();
const folder = kernelBuild();

test('without a configuration it is unknown; when the configuration changes, so does the answer', async () => {
  await withTempFolder(async (world) => {
    const build = { tree: smallKernel(join(world, 'tree')), folder: join(world, 'build') };
    assert.deepEqual(objectOf(build, 'mm/a.c'), { state: 'unknown', because: 'no build is prepared' });
    const config = join(build.folder, '.config');
    writeFiles(build.folder, { '.config': '# Linux/x86 6.12.1 Kernel Configuration\n' });
    assert.equal(objectOf(build, 'mm/off.c').because, 'CONFIG_OFF is not set');
    writeFiles(build.folder, { '.config': '# Linux/x86 6.12.1 Kernel Configuration\nCONFIG_OFF=m\n' });
    utimesSync(config, statSync(config).atime, new Date(2020, 1));
    assert.equal(objectOf(build, 'mm/off.c').state, 'built');
    assert.equal(objectOf(build, 'arch/arm/a.c').state, 'not built');
  });
});

// What make itself has in a folder's lists, asked the way scripts/Makefile.build asks.
const probe = `
objtree := .
VPATH := $(srctree)
src := $(srctree)/$(obj)
-include include/config/auto.conf
include $(srctree)/scripts/Kbuild.include
include $(srctree)/scripts/Makefile.compiler
include $(or $(wildcard $(srctree)/$(obj)/Kbuild),$(srctree)/$(obj)/Makefile)
include $(srctree)/scripts/Makefile.lib
$(foreach o,$(real-obj-y) $(real-obj-m) $(lib-y) $(filter %.o,$(extra-y) $(always-y)),$(info $(o)))
all:;@:
`;

test('in forty folders of the real kernel, the objects are those that make has', async (t) => {
  if (!tree || !folder || !existsSync(join(folder, '.config'))) return t.skip(noBuildFolder);
  const objects = [...(objectsOf({ tree, folder })?.objects ?? [])];
  const mine = Map.groupBy(objects, dirname);
  const env = {
    SRCARCH: 'x86',
    ARCH: 'x86',
    BITS: '64',
    CC: 'gcc',
    LD: 'ld',
    CONFIG_SHELL: 'sh',
    KBUILD_BUILTIN: 'y',
    KBUILD_MODULES: 'y',
  };
  const withMakefile = [...mine.keys()].filter((one) => existsSync(join(tree, one, 'Makefile')));
  let all = 0;
  let elsewhere = 0;
  for (const one of shuffle(withMakefile, seededRandom('forty folders')).slice(0, 40)) {
    const asked = ['make', '-s', '-f', '-', `obj=${one}`, `srctree=${tree}`];
    const { stdout } = await run(asked, { cwd: folder, env, input: probe });
    const made = new Set(stdout.split('\n').filter((line) => line.endsWith('.o') && dirname(line) === one));
    const ours = new Set(mine.get(one));
    assert.deepEqual([...made.difference(ours)], [], one);
    all += ours.size;
    elsewhere += ours.difference(made).size; // put here by the makefile of another folder
  }
  assert.ok(all > 200 && elsewhere <= all / 100, `${elsewhere} of ${all}`);
});
