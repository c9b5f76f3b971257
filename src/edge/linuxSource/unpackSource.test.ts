import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { Trouble } from '../../core/trouble.ts';
import type { Progress } from '../progress.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import type { SourceTarball } from './installedSources.ts';
import { unpackSource } from './unpackSource.ts';

const name = 'linux-source-6.12';

/** A small source, packed as a distribution does. */
async function packed(
  folder: string,
  ending: string,
  more: Readonly<Record<string, string>> = {},
): Promise<SourceTarball> {
  writeFiles(join(folder, 'packing'), { [`${name}/Makefile`]: 'VERSION = 6\n', [`${name}/MAINTAINERS`]: '', ...more });
  const file = join(folder, `${name}.tar.${ending}`);
  const { status, stderr } = await run(['tar', '--auto-compress', '-cf', file, '-C', join(folder, 'packing'), name]);
  assert.equal(status, 0, stderr);
  return { file, name, version: '6.12' };
}

async function unpacked(tarball: SourceTarball, cache: string): Promise<{ tree: string; steps: Progress[] }> {
  const steps: Progress[] = [];
  const unpacking = unpackSource(tarball, cache);
  for (let next = await unpacking.next(); ; next = await unpacking.next()) {
    if (next.done) return { tree: next.value, steps };
    steps.push(next.value);
  }
}

for (const ending of ['xz', 'gz', 'bz2']) {
  test(`a .tar.${ending} becomes a tree, with progress, and is not unpacked twice`, async (t) => {
    if (ending === 'bz2' && (await run(['bzip2', '--version'])).missing)
      return t.skip('because bzip2 is not installed');
    await withTempFolder(async (folder) => {
      const tarball = await packed(folder, ending, { [`${name}/mm/a.c`]: 'int a;\n' });
      const { tree, steps } = await unpacked(tarball, join(folder, 'cache'));
      assert.equal(tree, join(folder, 'cache', 'trees', name));
      assert.equal(readFileSync(join(tree, 'mm/a.c'), 'utf8'), 'int a;\n');
      assert.deepEqual(readdirSync(join(folder, 'cache', 'trees')), [name]);
      const doing = `Unpacking ${name}`;
      assert.deepEqual(
        [steps[0], steps.at(-1)],
        [
          { doing, percent: 0 },
          { doing, percent: 100 },
        ],
      );
      assert.deepEqual((await unpacked(tarball, join(folder, 'cache'))).steps, []);
    });
  });
}

test('what is damaged, or no kernel, leaves nothing behind', async () => {
  await withTempFolder(async (folder) => {
    const cache = join(folder, 'cache');
    const whole = await packed(folder, 'xz', { [`${name}/big`]: Array.from({ length: 9999 }, String).join() });
    const bytes = readFileSync(whole.file);
    writeFileSync(whole.file, bytes.subarray(0, bytes.length / 2));
    const next = `Install it anew: sudo apt-get install --reinstall ${name}`;
    await assert.rejects(unpacked(whole, cache), (error) => error instanceof Trouble && error.words.next === next);
    const { file } = await packed(join(folder, 'other'), 'gz');
    await assert.rejects(unpacked({ file, name: 'linux-source-6.1', version: '6.1' }, cache), { kind: 'input' });
    const none = { file: join(folder, 'none.tar.xz'), name, version: '6.12' };
    await assert.rejects(unpacked(none, cache), { kind: 'input' });
    assert.deepEqual(readdirSync(join(cache, 'trees')), []);
  });
});

/** A real small disk, which only root can make. */
async function onSmallDisk(
  t: TestContext,
  options: string,
  use: (disk: string, folder: string) => Promise<void>,
): Promise<void> {
  await withTempFolder(async (folder) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = await run(['mount', '-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
    if (mounted.status !== 0) return t.skip(`because no small disk can be made here: ${mounted.stderr.trim()}`);
    try {
      await use(disk, folder);
    } finally {
      await run(['umount', disk]);
    }
  });
}

const isFull = (error: unknown) => {
  assert.ok(error instanceof Trouble);
  assert.deepEqual(
    [error.kind, error.words.what],
    ['machine', `There is not enough room on the disk to unpack ${name}.`],
  );
  assert.match(error.words.why ?? '', /^It takes \d+ MB/);
  return true;
};

test('a disk that is too small is seen before', async (t) =>
  onSmallDisk(t, 'size=1m', async (disk, folder) => {
    const tarball = await packed(folder, 'xz', { [`${name}/big`]: 'x'.repeat(2e6) });
    await assert.rejects(unpacked(tarball, disk), isFull);
    assert.deepEqual(readdirSync(join(disk, 'trees')), []);
  }));

test('a disk that fills up while unpacking is told, and nothing is left', async (t) =>
  onSmallDisk(t, 'size=9m,nr_inodes=20', async (disk, folder) => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${name}/file${at}`, '']));
    await assert.rejects(unpacked(await packed(folder, 'xz', many), disk), isFull);
    assert.deepEqual(readdirSync(join(disk, 'trees')), []);
  }));

/** A program that unpacks what comes slowly through a pipe; gives it once half of it was unpacked. */
async function halfUnpacked(
  t: TestContext,
  folder: string,
): Promise<{ child: ChildProcess; trees: string; tarball: SourceTarball }> {
  const tarball = await packed(folder, 'gz');
  const more = {
    [`${name}/random`]: (await run(['head', '-c', '3000000', '/dev/urandom'], { encoding: 'latin1' })).stdout,
  };
  const bytes = readFileSync((await packed(join(folder, 'slow'), 'gz', more)).file);
  const pipe = join(folder, 'pipe.gz');
  await run(['mkfifo', pipe]);
  const cache = join(folder, 'cache');
  const from = JSON.stringify(new URL('unpackSource.ts', import.meta.url).href);
  const order = JSON.stringify({ file: pipe, name, version: '6.12' });
  writeFileSync(
    join(folder, 'unpack.ts'),
    `import { unpackSource } from ${from};
    for await (const step of unpackSource(${order}, ${JSON.stringify(cache)})) void step;`,
  );
  const child = spawn(process.execPath, [join(folder, 'unpack.ts')], { stdio: 'inherit' });
  t.after(() => child.kill('SIGKILL'));
  const stop = trickle(bytes, pipe);
  t.after(stop);
  const trees = join(cache, 'trees');
  const begun = () => existsSync(trees) && readdirSync(trees).some((one) => existsSync(join(trees, one, name)));
  for (let turn = 0; !begun() && child.exitCode === null && turn < 500; turn++) await wait(20);
  assert.ok(begun());
  return { child, trees, tarball };
}

// Half of it as fast as it is read, then a little at a time: a process that waits for a pipe cannot end. Neither can this
// one, so it never waits for the reader (which may be gone).
function trickle(bytes: Uint8Array, pipe: string): () => void {
  const open = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  let at = 0;
  const timer = setInterval(() => {
    try {
      at += writeSync(open, bytes, at, Math.min(at < bytes.length / 2 ? 65536 : 1024, bytes.length - at));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'EAGAIN'); // the pipe is full
    }
  }, 5);
  return () => {
    clearInterval(timer);
    closeSync(open);
  };
}

test('Ctrl-C leaves nothing', async (t) => {
  await withTempFolder(async (folder) => {
    const { child, trees } = await halfUnpacked(t, folder);
    child.kill('SIGINT');
    const [status] = await once(child, 'exit');
    assert.equal(status, 130);
    assert.deepEqual(readdirSync(trees), []);
  });
});

test('what kill -9 leaves is never taken for a tree, and the next run removes it and recovers', async (t) => {
  await withTempFolder(async (folder) => {
    const { child, trees, tarball } = await halfUnpacked(t, folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = readdirSync(trees);
    assert.ok(left.length === 1 && left.every((one) => one.startsWith('.')), left.join());
    const { tree } = await unpacked(tarball, join(folder, 'cache'));
    assert.deepEqual(readdirSync(trees), [name]);
    assert.deepEqual(readdirSync(tree).sort(), ['MAINTAINERS', 'Makefile']);
  });
});

test('two at once: both get the one tree; what stands there and is no tree makes way', async () => {
  await withTempFolder(async (folder) => {
    const tarball = await packed(folder, 'xz');
    const cache = join(folder, 'cache');
    writeFiles(cache, { [`trees/${name}/half`]: '' });
    const both = await Promise.all([unpacked(tarball, cache), unpacked(tarball, cache)]);
    assert.equal(both[0].tree, both[1].tree);
    assert.deepEqual(readdirSync(join(cache, 'trees')), [name]);
    assert.deepEqual(readdirSync(both[0].tree).sort(), ['MAINTAINERS', 'Makefile']);
  });
});

test('leaving early stops tar and leaves nothing', async () => {
  await withTempFolder(async (folder) => {
    const tarball = await packed(folder, 'xz', { [`${name}/big`]: 'x'.repeat(5e6) });
    for await (const step of unpackSource(tarball, join(folder, 'cache'))) if (step.percent === 0) break;
    assert.deepEqual(readdirSync(join(folder, 'cache', 'trees')), []);
  });
});
