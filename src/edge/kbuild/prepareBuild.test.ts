import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { smallKernel } from '../../../test/world/smallKernel.ts';
import { Trouble } from '../../core/trouble.ts';
import { withTempFolder } from '../tempFolder.ts';
import { buildState } from './buildFolder.ts';
import { missingForBuild } from './missingForBuild.ts';
import { prepareBuild } from './prepareBuild.ts';

const missing = await missingForBuild();

/** A small kernel and a folder to build it in; skips aloud where kernels cannot be built. */
async function inWorld(t: TestContext, use: (tree: string, folder: string) => Promise<void>): Promise<void> {
  if (missing.length > 0) return t.skip(`because packages are not installed: ${missing.join(' ')}`);
  await withTempFolder(async (world) => use(smallKernel(join(world, 'tree')), join(world, 'build')));
}

async function prepared(tree: string, folder: string): Promise<string[]> {
  const seen: string[] = [];
  for await (const { doing, line } of prepareBuild({ tree, folder })) seen.push(line ?? doing);
  return seen;
}

test('prepared once, with less than allmodconfig; at once the second time', async (t) =>
  inWorld(t, async (tree, folder) => {
    process.env['ARCH'] = 'arm'; // the answer is to be about this machine
    try {
      assert.deepEqual(await prepared(tree, folder), [
        'Configuring: as much as compiles here',
        'configuring',
        'Preparing the build: headers and tools',
        "ARCH is ''",
      ]);
    } finally {
      delete process.env['ARCH'];
    }
    assert.match(readFileSync(join(folder, '.config'), 'utf8'), /^# CONFIG_GCC_PLUGINS is not set$/m);
    assert.match(readFileSync(join(folder, 'patchling-build.log'), 'utf8'), /^configuring$/m);
    assert.deepEqual(await prepared(tree, folder), []);
  }));

test('made anew when the version, the configuration or the tree changed', async (t) =>
  inWorld(t, async (tree, folder) => {
    await prepared(tree, folder);
    const makefile = readFileSync(join(tree, 'Makefile'), 'utf8');
    writeFiles(tree, { Makefile: makefile.replace('SUBLEVEL = 1', 'SUBLEVEL = 2') });
    writeFiles(folder, { 'stale.o': '' });
    assert.equal((await prepared(tree, folder)).length, 4);
    assert.equal(existsSync(join(folder, 'stale.o')), false);
    const config = readFileSync(join(folder, '.config'), 'utf8');
    writeFiles(folder, { '.config': `${config}CONFIG_RUSTC_VERSION=109500\n` });
    assert.deepEqual(await prepared(tree, folder), [], 'what make finds by itself is nobody’s change');
    writeFiles(folder, { '.config': 'CONFIG_OTHER=y\n' });
    assert.equal((await prepared(tree, folder)).length, 4);
    assert.equal((await prepared(smallKernel(`${tree}-2`), folder)).length, 4);
    assert.deepEqual(await prepared(`${tree}-2`, folder), []);
  }));

test('what make says when it fails is shown, and the next run recovers', async (t) =>
  inWorld(t, async (tree, folder) => {
    writeFiles(tree, { fail: '' });
    await assert.rejects(prepared(tree, folder), (error) => {
      assert.ok(error instanceof Trouble);
      assert.deepEqual([error.kind, error.words.what], ['machine', 'make prepare failed.']);
      assert.match(error.words.why ?? '', /a\.c:1: error: as asked/);
      assert.equal(error.words.where, join(folder, 'patchling-build.log'));
      return true;
    });
    assert.equal(buildState({ tree, folder }), 'left over');
    rmSync(join(tree, 'fail'));
    assert.equal((await prepared(tree, folder)).length, 4);
  }));

test('a tree that a kernel was built in: what to do, and what it costs', async (t) =>
  inWorld(t, async (tree, folder) => {
    writeFiles(tree, { Makefile: 'allmodconfig:\n\t@echo "***  The source tree is not clean, please run"; exit 1\n' });
    const next = `make -C ${tree} mrproper takes that build away, its .config too: keep a copy if you need it.`;
    await assert.rejects(prepared(tree, folder), (error) => error instanceof Trouble && error.words.next === next);
  }));

test('leaving early stops make; an interrupted build, even by kill -9, is made anew', async (t) =>
  inWorld(t, async (tree, folder) => {
    writeFiles(tree, { wait: '' });
    for await (const { line } of prepareBuild({ tree, folder })) if (line?.startsWith('ARCH')) break;
    await wait(50);
    rmSync(join(tree, 'waits'), { force: true });
    await wait(200);
    assert.equal(existsSync(join(tree, 'waits')), false, 'make goes on');

    const script = join(folder, '..', 'prepare.ts');
    const from = JSON.stringify(new URL('prepareBuild.ts', import.meta.url).href);
    writeFileSync(
      script,
      `import { prepareBuild } from ${from};
      for await (const step of prepareBuild(${JSON.stringify({ tree, folder })})) void step;`,
    );
    const child = spawn(process.execPath, [script], {
      stdio: 'inherit',
      env: { ...process.env, TMPDIR: join(folder, '..') }, // kill -9 leaves its temporary folder
    });
    t.after(() => child.kill('SIGKILL'));
    while (!existsSync(join(tree, 'waits')) && child.exitCode === null) await wait(20);
    assert.equal(buildState({ tree, folder }), 'being prepared');
    await assert.rejects(prepared(tree, folder), { message: 'Another Patchling is preparing this build right now.' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(join(tree, 'wait'));
    assert.equal(buildState({ tree, folder }), 'left over');
    assert.equal((await prepared(tree, folder)).length, 4);
  }));

test('a folder with something else in it is left alone; one that was prepared by hand is taken as it is', async (t) =>
  inWorld(t, async (tree, folder) => {
    writeFiles(folder, { 'thesis.txt': 'mine' });
    await assert.rejects(prepared(tree, folder), { kind: 'input' });
    assert.equal(readFileSync(join(folder, 'thesis.txt'), 'utf8'), 'mine');
    await prepared(tree, `${folder}-2`);
    rmSync(join(`${folder}-2`, '.patchling-build.json'));
    assert.deepEqual(await prepared(tree, `${folder}-2`), []);
    await assert.rejects(prepared(smallKernel(`${tree}-2`), `${folder}-2`), { kind: 'input' });
  }));

test('what make cannot do with a path is said before', async (t) =>
  inWorld(t, async (tree, folder) => {
    for (const other of [
      { tree, folder: `${folder} of mine` },
      { tree: smallKernel(`${tree}:2`), folder },
    ]) {
      await assert.rejects(prepared(other.tree, other.folder), {
        message: 'make cannot work in a folder with a space or a colon in its path.',
      });
    }
  }));
