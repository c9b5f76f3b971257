import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { writeFiles } from '../../test/world/gitFolder.ts';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { PIECE } from './readPieces.ts';
import { listFiles, measureFiles } from './treeFiles.ts';

const all = { folder: '', levels: Number.POSITIVE_INFINITY };

const treeOf = (t: TestContext, files: Record<string, string | Uint8Array>): string => {
  const tree = mkdtempSync(join(tmpdir(), 'patchling-files-'));
  t.after(() => rmSync(tree, { recursive: true, force: true }));
  writeFiles(tree, files);
  return tree;
};

const paths = (tree: string, ...places: (typeof all)[]): string[] =>
  listFiles(tree, places)
    .files.map(({ path }) => path)
    .sort();

test('the files below places, each once, to the depth that was asked for', (t) => {
  const tree = treeOf(t, { Makefile: '', 'mm/a.c': '', 'mm/b/c.c': '', 'mm/b/d/e.c': '', 'fs/f.c': '' });
  assert.deepEqual(paths(tree, all), ['Makefile', 'fs/f.c', 'mm/a.c', 'mm/b/c.c', 'mm/b/d/e.c']);
  assert.deepEqual(paths(tree, { folder: '', levels: 1 }), ['Makefile']);
  assert.deepEqual(paths(tree, { folder: 'mm', levels: 2 }), ['mm/a.c', 'mm/b/c.c']);
  assert.deepEqual(
    paths(tree, { folder: 'mm', levels: 1 }, { folder: 'mm/b', levels: 9 }, { folder: 'mm', levels: 2 }),
    ['mm/a.c', 'mm/b/c.c', 'mm/b/d/e.c'],
  );
  assert.deepEqual(paths(tree, { folder: 'fs/f.c', levels: 1 }, { folder: 'gone', levels: 1 }), ['fs/f.c']);
});

test('links are not followed, hidden folders and what a build leaves passed over', (t) => {
  const tree = treeOf(t, {
    'mm/a.c': '',
    '.git/a.c': '',
    'mm/a.o': '',
    'mm/.a.o.cmd': '',
    'mm/a.mod.c': '',
    '.clang-format': '',
  });
  symlinkSync('..', join(tree, 'mm/loop'));
  symlinkSync('a.c', join(tree, 'mm/linked.c'));
  symlinkSync('nowhere', join(tree, 'mm/dangling.c'));
  assert.deepEqual(paths(tree, all), ['.clang-format', 'mm/a.c']);
});

test('lines and bytes, and the text of what holds a word', (t) => {
  const tree = treeOf(t, {
    empty: '',
    one: 'a',
    two: 'a\n\n',
    crlf: 'a\r\nb\r\n',
    zeros: Buffer.from([0, 10, 0, 255, 10]),
    latin1: Buffer.from('kunit_test_ gr\xfcn\n', 'latin1'),
    exact: `${'x'.repeat(PIECE - 1)}\n`,
    long: `kunit_test_${'line\n'.repeat(PIECE / 4)}`,
  });
  const { files, unreadable } = measureFiles(tree, listFiles(tree, [all]).files, () => ['kunit_test_']);
  assert.deepEqual(unreadable, []);
  assert.deepEqual(Object.fromEntries(files.map(({ path, bytes, lines }) => [path, [bytes, lines]])), {
    empty: [0, 0],
    one: [1, 1],
    two: [3, 2],
    crlf: [6, 2],
    zeros: [5, 2],
    latin1: [17, 1],
    exact: [PIECE, 1],
    long: [11 + (5 * PIECE) / 4, PIECE / 4],
  });
  assert.deepEqual(
    files.filter(({ text }) => text !== undefined).map(({ path, text }) => [path, text]),
    [['latin1', 'kunit_test_ gr\xfcn\n']],
  );
});

test('a file of 500 MB is counted piece by piece', (t) => {
  const tree = treeOf(t, { large: '\n' });
  truncateSync(join(tree, 'large'), 500_000_000); // zeros, without a block on the disk
  const before = process.memoryUsage().rss;
  assert.deepEqual(measureFiles(tree, [{ path: 'large' }]).files, [{ path: 'large', bytes: 500_000_000, lines: 2 }]);
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
});

test('names that are no UTF-8 are read all the same; such folders are told', (t) => {
  const tree = treeOf(t, { 'mm/ok.c': 'a\n' });
  const odd = (...bytes: number[]): Buffer => Buffer.concat([Buffer.from(`${tree}/mm/`), Buffer.from(bytes)]);
  try {
    writeFileSync(odd(0xfc, 0x2e, 0x63), 'b\nc\n');
    writeFileSync(odd(0xfd, 0x2e, 0x63), 'd\n');
    mkdirSync(odd(0xfe));
  } catch {
    return t.skip('because this file system takes no names that are not UTF-8');
  }
  const { files, unreadable } = listFiles(tree, [all]);
  assert.deepEqual(unreadable, [{ path: 'mm/\uFFFD', code: 'EILSEQ' }]);
  const measured = measureFiles(tree, files);
  assert.deepEqual(measured.files.map(({ path, lines }) => `${path} ${lines}`).sort(), [
    'mm/ok.c 1',
    'mm/\uFFFD.c 1',
    'mm/\uFFFD.c 2',
  ]);
});

test('what cannot be read is counted and said', (t) => {
  const tree = treeOf(t, { 'mm/a.c': '', 'mm/b.c': '', 'mm/shut/c.c': '' });
  assert.deepEqual(measureFiles(tree, [{ path: 'mm/gone.c' }, { path: 'mm' }, { path: 'mm/a.c' }]), {
    files: [{ path: 'mm/a.c', bytes: 0, lines: 0 }],
    unreadable: [
      { path: 'mm/gone.c', code: 'ENOENT' },
      { path: 'mm', code: 'EISDIR' },
    ],
  });
  if (process.getuid?.() === 0) return t.skip('because root may read every folder');
  chmodSync(join(tree, 'mm/shut'), 0);
  chmodSync(join(tree, 'mm/b.c'), 0);
  const { files, unreadable } = listFiles(tree, [all]);
  const measured = measureFiles(tree, files);
  chmodSync(join(tree, 'mm/shut'), 0o700); // or it could not be removed
  assert.deepEqual(unreadable, [{ path: 'mm/shut', code: 'EACCES' }]);
  assert.deepEqual(measured.unreadable, [{ path: 'mm/b.c', code: 'EACCES' }]);
});

test('a folder of the kernel, as find and wc see it', async (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const { execFileSync } = await import('node:child_process');
  const wc = execFileSync('sh', ['-c', 'find mm -type f -print0 | xargs -0 cat | wc -lc'], {
    cwd: tree,
    encoding: 'utf8',
  });
  const { files } = measureFiles(tree, listFiles(tree, [{ folder: 'mm', levels: 99 }]).files);
  const sum = (of: 'lines' | 'bytes'): number => files.reduce((total, file) => total + file[of], 0);
  assert.deepEqual(wc.trim().split(/\s+/).map(Number), [sum('lines'), sum('bytes')]);
});
