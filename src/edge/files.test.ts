import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Trouble } from '../core/trouble.ts';
import { readBytes, writeFileAtomic } from './files.ts';

const temporaryFolder = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A real disk of 64 KB, which only root can make; `undefined` when it cannot be had. */
const smallDisk = (t: TestContext): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'patchling-test', folder], { encoding: 'utf8' });
  t.after(() => {
    if (mounted.status === 0) execFileSync('umount', [folder]);
    rmdirSync(folder);
  });
  if (mounted.status === 0) return folder;
  t.skip(`because a small disk cannot be mounted here: ${mounted.stderr?.trim() || mounted.error?.message}`);
  return undefined;
};

const troubleOf = (act: () => unknown): Trouble => {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Trouble, `a Trouble, not ${error}`);
    return error;
  }
  return assert.fail('it should have failed');
};

test('writes text and bytes, 0644 less the umask', (t) => {
  const folder = temporaryFolder(t);
  writeFileAtomic(join(folder, 'a.patch'), 'Grüße\n');
  writeFileAtomic(join(folder, 'b.patch'), Uint8Array.of(0, 255));
  assert.equal(readFileSync(join(folder, 'a.patch'), 'utf8'), 'Grüße\n');
  assert.deepEqual([...readBytes(join(folder, 'b.patch'))], [0, 255]);
  assert.equal(statSync(join(folder, 'a.patch')).mode & 0o777, 0o644 & ~process.umask());
  assert.deepEqual(readdirSync(folder), ['a.patch', 'b.patch']);
});

test('an existing file keeps its mode, a link stays a link', (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'file');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync('file', join(folder, 'link'));
  writeFileAtomic(join(folder, 'link'), 'new');
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder), ['file', 'link']);
});

test('a very long name leaves room for the temporary', (t) => {
  const file = join(temporaryFolder(t), 'x'.repeat(255));
  writeFileAtomic(file, 'new');
  assert.equal(readFileSync(file, 'utf8'), 'new');
});

test('what the person named wrong is said, with the path and the next step', (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'full', 'er'), { recursive: true });
  writeFileSync(join(folder, 'file'), '');
  const cases: readonly (readonly [string, RegExp])[] = [
    [join(folder, 'not here', 'a'), /no such file/],
    [join(folder, 'file', 'a'), /a file, not a folder/],
    [join(folder, 'full'), /a folder, not a file/],
    [join(folder, 'x'.repeat(300)), /too long/],
  ];
  for (const [path, why] of cases) {
    const { kind, words } = troubleOf(() => writeFileAtomic(path, 'x'));
    assert.equal(kind, 'input');
    assert.equal(words.what, `${path} could not be written.`);
    assert.equal(words.where, path);
    assert.match(words.why ?? '', why);
    assert.ok(words.next);
    assert.deepEqual(readdirSync(folder), ['file', 'full']);
  }
  assert.equal(troubleOf(() => readBytes(join(folder, 'nothing'))).kind, 'input');
  assert.equal(troubleOf(() => readBytes(folder)).kind, 'input');
});

test('a folder with a blank is quoted in the command to type', (t) => {
  const folder = join(temporaryFolder(t), "it's here");
  const { words } = troubleOf(() => readBytes(join(folder, 'a')));
  assert.match(words.next ?? '', /ls -l '.*it'\\''s here'$/);
});

test('a device is not replaced by a file', () => {
  assert.equal(troubleOf(() => writeFileAtomic('/dev/null', 'x')).kind, 'input');
  assert.ok(statSync('/dev/null').isCharacterDevice());
});

test('a full disk: the old file is whole, no temporary is left, and afterwards it works again', (t) => {
  const disk = smallDisk(t);
  if (disk === undefined) return;
  const file = join(disk, 'a.patch');
  writeFileAtomic(file, 'old');
  const { kind, words } = troubleOf(() => writeFileAtomic(file, 'x'.repeat(100_000)));
  assert.equal(kind, 'machine');
  assert.equal(words.where, file);
  assert.match(words.why ?? '', /full/);
  assert.match(words.next ?? '', /df -h/);
  assert.equal(readFileSync(file, 'utf8'), 'old');
  assert.deepEqual(readdirSync(disk), ['a.patch']);
  writeFileAtomic(file, 'new');
  assert.equal(readFileSync(file, 'utf8'), 'new');
});

test('a disk that can only be read', (t) => {
  const disk = smallDisk(t);
  if (disk === undefined) return;
  const file = join(disk, 'a.patch');
  writeFileAtomic(file, 'old');
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const { kind, words } = troubleOf(() => writeFileAtomic(file, 'new'));
  assert.equal(kind, 'machine');
  assert.match(words.why ?? '', /only be read/);
  assert.equal(readFileSync(file, 'utf8'), 'old');
});

test('a folder that one may not write to', (t) => {
  if (process.getuid?.() === 0)
    return t.skip('because root may write everywhere; the disk that is read-only covers it');
  const folder = temporaryFolder(t);
  chmodSync(folder, 0o555);
  t.after(() => chmodSync(folder, 0o755));
  assert.equal(troubleOf(() => writeFileAtomic(join(folder, 'a'), 'x')).kind, 'machine');
  assert.ok(!existsSync(join(folder, 'a')));
});

test('Ctrl-C at any time leaves the old file or the new one, and no temporary', { timeout: 60_000 }, async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'a.patch');
  const program = `
    import { writeFileAtomic } from ${JSON.stringify(new URL('./files.ts', import.meta.url).href)};
    for (let round = 0; ; round++) {
      writeFileAtomic(process.argv[1], String(round % 10).repeat(200_000));
      if (round === 0) console.log('begun');
      await new Promise((heard) => setImmediate(heard));
    }`;
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await setTimeout(20 + 3 * round);
    child.kill('SIGINT');
    await once(child, 'close');
    assert.deepEqual(readdirSync(folder), ['a.patch']);
    assert.match(readFileSync(file, 'latin1'), /^(\d)\1{199999}$/);
  }
});
