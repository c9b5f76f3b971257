import assert from 'node:assert/strict';
import { accessSync, constants, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { kernelBuild, kernelTree, noBuildFolder } from '../../../test/world/kernelTree.ts';
import { smallKernel } from '../../../test/world/smallKernel.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { buildState } from './buildFolder.ts';
import { compileBeforeAfter } from './compileBeforeAfter.ts';
import type { Build } from './kernelMake.ts';
import { missingForBuild } from './missingForBuild.ts';
import { prepareBuild } from './prepareBuild.ts';

const missing = await missingForBuild();

async function inBuild(t: TestContext, use: (build: Build) => Promise<void>): Promise<void> {
  if (missing.length > 0) return t.skip(`because packages are not installed: ${missing.join(' ')}`);
  await withTempFolder(async (world) => {
    const build = { tree: smallKernel(join(world, 'tree')), folder: join(world, 'build') };
    for await (const step of prepareBuild(build)) void step;
    await use(build);
  });
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The check of one replacement in a file of the tree. */
const compiled = (build: Build, path: string, from: string, to: string) =>
  compileBeforeAfter({
    build,
    path,
    after: Buffer.from(
      readFileSync(join(build.tree, path), 'latin1').replace(from, () => to),
      'latin1',
    ),
  });

test('a good change holds: includes beside the file and above it are found, and the tree is not written', async (t) =>
  inBuild(t, async (build) => {
    const listing = async () => (await run(['find', build.tree, '-printf', '%p %T@\n'])).stdout;
    const seen = await listing();
    const said: string[] = [];
    const after = Buffer.from(readFileSync(join(build.tree, 'mm/a.c'), 'utf8').replace('LOCAL', 'LOCAL * 2'));
    assert.deepEqual(
      await compileBeforeAfter({ build, path: 'mm/a.c', after, progress: (doing) => said.push(doing) }),
      {
        check: 'compile mm/a.o',
        verdict: 'holds',
        seen: 'It compiles with no new warning.',
        before: [],
        after: [],
        newWarnings: [],
      },
    );
    assert.equal(await listing(), seen);
    assert.deepEqual(said, ['Compiling mm/a.o', 'Compiling mm/a.c before and after the change']);
  }));

test('only new warnings count, and they are quoted with the lines of the changed file', async (t) =>
  inBuild(t, async (build) => {
    const old = /^mm\/warns\.c:1:12: warning: .unused. defined but not used \[-Wunused-variable\]$/;
    const same = await compiled(build, 'mm/warns.c', 'int warns;', 'int warns;\nint more;');
    assert.deepEqual([same.verdict, same.seen], ['holds', 'It compiles with no new warning (1 as before).']);
    assert.match(same.before[0] ?? '', old);
    const worse = await compiled(build, 'mm/warns.c', 'int warns;', 'int warns;\nstatic int again;');
    assert.deepEqual([worse.verdict, worse.seen], ['fails', 'It compiles, with a new warning.']);
    assert.match(worse.newWarnings.join('\n'), /^mm\/warns\.c:3:12: warning: .again. defined but not used/);
    assert.deepEqual(worse.details, worse.newWarnings);
  }));

test('what no longer compiles fails, with the errors; warnings that the kernel makes errors are such', async (t) =>
  inBuild(t, async (build) => {
    const broken = await compiled(build, 'mm/a.c', 'return LOCAL + UP;', 'return NONE;');
    assert.deepEqual([broken.verdict, broken.seen], ['fails', 'It compiles as it is, and no longer after the change.']);
    assert.match(broken.details?.join('\n') ?? '', /^mm\/a\.c:5:16: error: .NONE. undeclared/);
    assert.equal((await compiled(build, 'mm/a.c', 'return LOCAL + UP;', '')).verdict, 'fails');
  }));

test('several at once in one build wait for each other', async (t) =>
  inBuild(t, async (build) => {
    const paths = ['mm/a.c', 'mm/warns.c', 'mm/a.c', 'mm/warns.c'];
    const checks = await Promise.all(paths.map((path) => compiled(build, path, '', '\n')));
    assert.deepEqual(
      checks.map(({ verdict }) => verdict),
      paths.map(() => 'holds'),
    );
  }));

test('what cannot be looked at is unknown, with what settles it', async (t) =>
  inBuild(t, async (build) => {
    const make = `make -C ${build.tree} O=${build.folder}`;
    const before = await compiled(build, 'mm/broken.c', 'none', '0');
    assert.deepEqual([before.verdict, before.settle], ['unknown', `${make} mm/broken.o`]);
    assert.equal(before.seen, 'It does not compile here even as it is.');
    assert.match(before.details?.join('\n') ?? '', /'?none'?.* undeclared/);
    const off = await compiled(build, 'mm/off.c', 'off', 'of');
    assert.deepEqual(
      [off.verdict, off.seen],
      ['unknown', 'This configuration does not compile it: CONFIG_OFF is not set.'],
    );
    assert.equal(off.settle, `make -C ${build.tree} O=${build.folder}-own menuconfig mm/off.o`);
    assert.equal((await compiled(build, 'mm/local.h', '1', '2')).verdict, 'unknown');
    writeFiles(build.tree, { 'arch/arm/a.c': '' });
    const arm = await compiled(build, 'arch/arm/a.c', '', '');
    assert.match(
      arm.settle ?? '',
      /^sudo apt-get install gcc-arm-linux-gnueabihf && make .* CROSS_COMPILE=arm-linux-gnueabihf- /,
    );
    rmSync(build.folder, { recursive: true });
    const none = await compiled(build, 'mm/a.c', 'LOCAL', 'UP');
    assert.deepEqual([none.verdict, none.seen], ['unknown', 'No build is prepared here.']);
    assert.ok(none.settle?.startsWith(`${make} allmodconfig && ${build.tree}/scripts/config --file `));
  }));

test('a real object: a good edit holds, an unused variable and a wrong call fail', async (t) => {
  const tree = kernelTree();
  const folder = kernelBuild();
  if (!tree || !folder || buildState({ tree, folder }) !== 'ready') return t.skip(noBuildFolder);
  if (!isWritable(folder)) return t.skip('because this user may not write to PATCHLING_BUILD');
  const build = { tree, folder };
  const at = '\tdev_t devt;\n';
  const path = 'drivers/misc/open-dice.c';
  const from = readFileSync(join(tree, path), 'utf8').includes(at) ? at : 'MODULE_LICENSE(';
  const good = await compiled(build, path, from, ` ${from}`);
  assert.equal(good.verdict, 'holds', JSON.stringify(good));
  const unused = await compiled(build, path, 'MODULE_LICENSE(', 'static int nobody_uses_it;\nMODULE_LICENSE(');
  assert.match(
    unused.newWarnings.join('\n') || JSON.stringify(unused),
    /^drivers\/misc\/open-dice\.c:\d+:12: warning: .nobody_uses_it. defined but not used/,
  );
  const wrong = await compiled(build, path, 'MODULE_LICENSE(', 'void *p = kmalloc_array(1);\nMODULE_LICENSE(');
  assert.deepEqual([wrong.verdict, wrong.seen], ['fails', 'It compiles as it is, and no longer after the change.']);
});
