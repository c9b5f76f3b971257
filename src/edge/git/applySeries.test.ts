import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit, writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { applySeries, type TriedPatch } from './applySeries.ts';

/** The commits from a revision to HEAD, as git writes their diffs. */
const triedFrom = (tree: string, start: string): readonly TriedPatch[] =>
  inGit(tree, 'rev-list', '--reverse', `${start}..HEAD`)
    .split('\n')
    .map((sha) => {
      const diff = inGit(tree, 'diff-tree', '-p', '-M', '--binary', '--no-commit-id', sha);
      const title = inGit(tree, 'log', '-1', '--format=%s', sha);
      const paths = inGit(tree, 'diff-tree', '-r', '--no-renames', '--name-only', '--no-commit-id', sha).split('\n');
      const files = paths.map((path) => ({ before: path, after: path, path }));
      return { files, bytes: Buffer.from(`${diff}\n`), file: 'p.mbox', title };
    });

const text = (path: string, before = '-one', after = '+two'): TriedPatch => ({
  files: [{ before: path, after: path, path }],
  bytes: Buffer.from(
    `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n${before}\n${after}\n`,
  ),
  file: 'p.patch',
});

const verdicts = async (tree: string, patches: readonly TriedPatch[], said = {}): Promise<readonly string[]> => {
  const applied = await applySeries(tree, patches, said);
  assert.ok(applied.known, applied.known ? '' : applied.because);
  return applied.value.map(({ verdict }) => verdict);
};

/** Three commits that build on each other: change, rename, mode, add, delete, binary. */
const withSeries = (folder: string): string => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('');
  const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': 'one\n', 'mm/b.c': lines, 'gone.c': 'x\n' });
  inGit(tree, 'tag', 'start');
  commitFiles(tree, { 'mm/a.c': 'two\n', 'new/deep/n.c': 'n\n', 'b.bin': Buffer.from([0, 1, 2, 255]) }, 'mm: one');
  inGit(tree, 'mv', 'mm/b.c', 'mm/c.c');
  inGit(tree, 'update-index', '--chmod=+x', 'mm/c.c');
  inGit(tree, 'rm', '--quiet', 'gone.c');
  inGit(tree, 'commit', '--quiet', '--message=mm: two');
  inGit(tree, 'checkout', '--quiet', '--', '.');
  commitFiles(tree, { 'mm/a.c': 'three\n', 'mm/c.c': `${lines}more\n`, 'b.bin': Buffer.from([0, 9]) }, 'mm: three');
  return tree;
};

test('each on top of those before it: from the files as they lie there, a base, or below the own commits', async () => {
  await withTempFolder(async (folder) => {
    const tree = withSeries(folder);
    const own = triedFrom(tree, 'start');
    const patches = own.map(({ files, bytes, file }) => ({ files, bytes, file }));
    const [made = ''] = inGit(tree, 'rev-list', '--reverse', 'start..HEAD').split('\n');
    const base = inGit(tree, 'rev-parse', 'start');
    assert.deepEqual(await verdicts(tree, patches), ['fails', 'fails', 'fails']);
    assert.deepEqual(await verdicts(tree, patches, { commit: base }), ['holds', 'holds', 'holds']);
    assert.deepEqual(await verdicts(tree, patches, { made }), ['holds', 'holds', 'holds']);
    assert.deepEqual(await verdicts(tree, patches, { commit: '1'.repeat(40), made }), ['holds', 'holds', 'holds']);
    // Without a word of the commit, as from --zero-commit: the branch has it, so what lies below is meant.
    const found = await applySeries(tree, own, {});
    assert.ok(found.known);
    assert.deepEqual(
      found.value.map(({ verdict }) => verdict),
      ['holds', 'holds', 'holds'],
    );
    assert.equal(found.value[0]?.seen, `It is commit ${made.slice(0, 12)} of this branch, and applies to its parent.`);
    assert.deepEqual(
      await verdicts(
        tree,
        own.map((one) => ({ ...one, title: 'mm: four' })),
      ),
      ['fails', 'fails', 'fails'],
    );
    inGit(tree, 'checkout', '--quiet', 'start');
    assert.deepEqual(await verdicts(tree, patches), ['holds', 'holds', 'holds']);
    // Made on another branch: what lies below the commit is meant all the same.
    commitFiles(tree, { 'mm/a.c': 'other\n' }, 'mm: other');
    assert.deepEqual(await verdicts(tree, patches), ['fails', 'holds', 'unknown']);
    assert.deepEqual(await verdicts(tree, patches, { made }), ['holds', 'holds', 'holds']);
    inGit(tree, 'checkout', '--quiet', 'start');
    // The second is left out: it is known which one fits no more.
    assert.deepEqual(await verdicts(tree, patches.toSpliced(1, 1)), ['holds', 'fails']);
    assert.equal(inGit(tree, 'status', '--porcelain'), '');
  });
});

test('what the tree has already is said so', async () => {
  await withTempFolder(async (folder) => {
    const tree = withSeries(folder);
    const applied = await applySeries(
      tree,
      triedFrom(tree, 'start').map(({ files, bytes, file }) => ({ files, bytes, file })),
      {},
    );
    assert.ok(applied.known);
    assert.deepEqual(
      new Set(applied.value.map(({ seen }) => seen)),
      new Set(['It is already applied: the tree has this change.']),
    );
  });
});

test('what does not fit, with git’s words; what builds on it is unknown', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'tree');
    writeFiles(tree, { 'mm/a.c': 'one\n', 'mm/b.c': 'one\n' });
    const applied = await applySeries(
      tree,
      [text('mm/a.c', '-none', '+two'), text('mm/a.c', '-two', '+three'), text('mm/b.c'), text('mm/gone.c')],
      {},
    );
    assert.deepEqual(applied, {
      known: true,
      value: [
        { verdict: 'fails', seen: 'It does not apply to the tree as it is checked out: patch failed: mm/a.c:1.' },
        {
          verdict: 'unknown',
          seen: 'It changes the same files as patch 1 of the series, which does not apply itself.',
        },
        { verdict: 'holds', seen: 'It applies to the tree as it is checked out, on top of those before it.' },
        {
          verdict: 'fails',
          seen: 'It does not apply to the tree as it is checked out: mm/gone.c: No such file or directory.',
        },
      ],
    });
  });
});

test('nothing is written outside, whatever a patch names', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'tree');
    writeFiles(tree, { 'mm/a.c': 'one\n', '.git/config': '' });
    writeFiles(folder, { 'out.c': 'one\n' });
    for (const path of [
      '../out.c',
      `${folder}/out.c`,
      'mm/../../out.c',
      '.git/config',
      'mm//a.c',
      '',
      'a\0b',
      '.GIT/x',
    ]) {
      const applied = await applySeries(tree, [text(path), text('mm/a.c')], {});
      assert.ok(applied.known);
      assert.deepEqual(
        applied.value.map(({ verdict }) => verdict),
        ['fails', 'holds'],
        path,
      );
      assert.match(applied.value[0]?.seen ?? '', /nothing was written/);
    }
    // What our reader did not see: git itself refuses.
    const hidden = { ...text('../out.c'), files: [{ before: 'mm/a.c', after: 'mm/a.c', path: 'mm/a.c' }] };
    assert.deepEqual(await verdicts(tree, [hidden]), ['fails']);
    // A link, and a file beyond it.
    const link = `diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+${folder}\n\\ No newline at end of file\n`;
    const makesLink = { files: [{ after: 'l', path: 'l', modeAfter: '120000' }], bytes: Buffer.from(link), file: 'p' };
    assert.deepEqual(await verdicts(tree, [makesLink, text('l/out.c')]), ['holds', 'fails']);
    assert.deepEqual(readdirSync(folder).toSorted(), ['out.c', 'tree']);
    assert.equal(existsSync(join(folder, 'out.c')), true);
  });
});

test('through a symbolic link of the tree it is unknown, and so is what is too much', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'tree');
    writeFiles(tree, { 'mm/a.c': 'one\n' });
    symlinkSync(join(tree, 'mm'), join(tree, 'link'));
    const linked = await applySeries(tree, [text('link/a.c')], {});
    assert.deepEqual(linked, {
      known: false,
      because: 'link/a.c lies beyond a symbolic link or is no plain file, and nothing is written there.',
      settle: `git -C ${tree} apply --check p.patch`,
    });
    const many = await applySeries(
      tree,
      Array.from({ length: 2001 }, (_, index) => text(`f${index}.c`)),
      {},
    );
    assert.equal(many.known, false);
    writeFiles(tree, { 'large.c': Buffer.alloc(51 * 2 ** 20) });
    const large = await applySeries(tree, [text('large.c')], {});
    assert.equal(large.known, false);
  });
});

test('a patch without a diff, or cut in half, fails; no setting forgives', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': 'one  two\n' });
    writeFiles(tree, { '.git/config': '[core]\n[apply]\n\tignoreWhitespace = change\n' });
    const cut = { ...text('a.c'), bytes: text('a.c').bytes.subarray(0, -8) };
    assert.deepEqual(await verdicts(tree, [{ files: [], bytes: Buffer.from('hello\n'), file: 'p' }]), ['fails']);
    assert.deepEqual(await verdicts(tree, [cut]), ['fails']);
    assert.deepEqual(await verdicts(tree, [text('a.c', '-one two', '+x')]), ['fails']);
  });
});

test('a symbolic link itself may be changed, from a commit and from the files; nothing goes through it', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': 'one\n' });
    symlinkSync(join(folder, 'tree', 'mm'), join(tree, 'l'));
    inGit(tree, 'add', 'l');
    inGit(tree, 'commit', '--quiet', '--message=link');
    rmSync(join(tree, 'l'));
    symlinkSync('mm/a.c', join(tree, 'l'));
    inGit(tree, 'commit', '--quiet', '--all', '--message=other link');
    const patches = triedFrom(tree, 'HEAD~1');
    const base = inGit(tree, 'rev-parse', 'HEAD~1');
    assert.deepEqual(await verdicts(tree, patches, { commit: base }), ['holds']);
    inGit(tree, 'checkout', '--quiet', 'HEAD~1');
    assert.deepEqual(await verdicts(tree, patches), ['holds']);
    for (const said of [{}, { commit: base }]) {
      const through = await applySeries(tree, [...patches, text('l/new.c')], said);
      assert.ok(!through.known || through.value[1]?.verdict === 'fails');
    }
    assert.equal(inGit(tree, 'status', '--porcelain'), '');
  });
});
