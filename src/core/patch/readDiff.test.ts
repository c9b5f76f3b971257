import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { readDiff } from './readDiff.ts';

const read = (text: string) =>
  readDiff(
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line, index) => ({ text: line, at: index + 1 })),
  );

const HUNK = '@@ -1,2 +1,2 @@ int main(void)\n-a\n+b\n c\n';
const named = (path: string): string =>
  `diff --git a/${path} b/${path}\nindex 1..2 100644\n--- a/${path}\n+++ b/${path}\n`;
const LITERALS = 'literal 3\nKcmYdfNCp4_i2%g_\n\nliteral 3\nKcmYdfNCE%>hycU@\n\n';
const damageOf = (text: string): readonly string[] => read(text).damage.map(({ what, at }) => `${at}: ${what}`);

test('a file, its modes, blobs and lines', () => {
  const { files, damage } = read(named('x') + HUNK);
  assert.deepEqual(damage, []);
  assert.deepEqual(files, [
    {
      before: 'x',
      after: 'x',
      path: 'x',
      change: 'changed',
      isBinary: false,
      hunks: [
        {
          before: { start: 1, count: 2 },
          after: { start: 1, count: 2 },
          section: 'int main(void)',
          lines: [
            { mark: '-', text: 'a', at: 6, before: 1 },
            { mark: '+', text: 'b', at: 7, after: 1 },
            { mark: ' ', text: 'c', at: 8, before: 2, after: 2 },
          ],
          at: 5,
        },
      ],
      at: 1,
      blobs: { before: '1', after: '2' },
      modeBefore: '100644',
      modeAfter: '100644',
    },
  ]);
});

describe('paths', () => {
  const pathsOf = (text: string): readonly string[] =>
    read(text).files.map(({ before = '-', after = '-', change }) => `${change} ${before} > ${after}`);
  const TABLE: Readonly<Record<string, readonly [string, string]>> = {
    blanks: ['diff --git a/a b c b/a b c\nold mode 100644\nnew mode 100755\n', 'changed a b c > a b c'],
    'the same words twice': ['diff --git a/b/x b/x b/b/x b/x\nold mode 1\nnew mode 2\n', 'changed b/x b/x > b/x b/x'],
    'C quotes': [
      'diff --git "a/\\303\\244\\t\\"" "b/\\303\\244\\t\\""\nold mode 1\nnew mode 2\n',
      'changed ä\t" > ä\t"',
    ],
    'a rename': ['diff --git a/a b b/c d\nsimilarity index 9%\nrename from a b\nrename to c d\n', 'renamed a b > c d'],
    'a tab behind a name with blanks': [
      `diff --git a/a b b/a b\n--- a/a b\t\n+++ b/a b\t\n${HUNK}`,
      'changed a b > a b',
    ],
    'plain diff -u': [
      `--- a/x\t2026-01-01 10:00:00.1 +0100\n+++ b/x\t2026-01-01 10:00:00 +0100\n${HUNK}`,
      'changed x > x',
    ],
    'plain, of a file kept aside': [`--- old/x.c.orig\n+++ new/x.c\n${HUNK}`, 'changed x.c > x.c'],
    'plain, dates behind blanks': [
      `--- a/x 2026-01-01 10:00:00\n+++ b/x 2026-01-01 10:00:00\n${HUNK}`,
      'changed x > x',
    ],
    'plain, no folder': [`--- x.c.orig\n+++ x.c\n${HUNK}`, 'changed x.c > x.c'],
    'plain, new': ['--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n', 'added - > x'],
    'plain, new by its date': [
      '--- a/x\t1970-01-01 01:00:00.000000000 +0100\n+++ b/x\t2026-01-01 10:00:00 +0100\n@@ -0,0 +1 @@\n+a\n',
      'added - > x',
    ],
    deleted: ['diff --git a/x b/x\ndeleted file mode 100644\nindex e69de29..0\n', 'deleted x > -'],
    'out of the tree': [named('../../etc/passwd') + HUNK, 'changed ../../etc/passwd > ../../etc/passwd'],
    'control signs': [named('\u001b[31m\0') + HUNK, 'changed \u001b[31m\0 > \u001b[31m\0'],
    CRLF: [(named('x') + HUNK).replaceAll('\n', '\r\n'), 'changed x > x'],
    'no side': [`diff --git x y\n--- x\n+++ y\n${HUNK}`, 'changed x > y'],
  };
  for (const [name, [text, expected]] of Object.entries(TABLE)) {
    test(name, () => assert.deepEqual([...pathsOf(text), ...damageOf(text)], [expected]));
  }
});

describe('what is sound', () => {
  const TABLE: Readonly<Record<string, string>> = {
    'empty context whose blank was stripped': `${named('x')}@@ -1,3 +1,3 @@\n-a\n+b\n\n c\n`,
    'no newline at the end': `${named('x')}@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n`,
    'a signature behind': `${named('x')}${HUNK}-- \n2.39.5\n`,
    'lines that look like heads inside a hunk': `${named('x')}@@ -1,2 +1,2 @@\n--- a/y\n+++ b/y\n @@ -1 +1 @@\n`,
    'a new empty file': 'diff --git a/x b/x\nnew file mode 100644\nindex 0000000..e69de29\n',
    'binary, its contents not sent': 'diff --git a/x b/x\nindex 1..2 100644\nBinary files a/x and b/x differ\n',
    'binary, in both directions': `diff --git a/x b/x\nindex ${'1'.repeat(40)}..${'2'.repeat(40)}\nGIT binary patch\n${LITERALS}-- \n2\n`,
    'a submodule': `diff --git a/s b/s\nindex 1..2 160000\n--- a/s\n+++ b/s\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n`,
    'what stands above': `Index: x\n=====\n${named('x')}${HUNK}`,
  };
  for (const [name, text] of Object.entries(TABLE)) {
    test(name, () => {
      assert.deepEqual(damageOf(text), []);
      // git reads it too; it would throw.
      execFileSync('git', ['apply', '--numstat'], { input: text, stdio: ['pipe', 'pipe', 'pipe'] });
    });
  }
});

describe('what is damaged, with the place', () => {
  // git leaves these lines out, or the whole file, and says nothing.
  const passedByGit = new Set(['lines more than counted', 'no hunks']);
  const TABLE: Readonly<Record<string, readonly [string, string]>> = {
    'cut short': [`${named('x')}@@ -1,4 +1,4 @@\n-a\n+b\n c\n`, '5: the hunk ends 2 old and 2 new lines before'],
    'the next file too early': [`${named('x')}@@ -1,9 +1,9 @@\n-a\n+b\n${named('y')}${HUNK}`, '5: the hunk ends 8 old'],
    'a line wrapped': [named('x') + HUNK.replace('+b', '+b and\nwhat follows'), '8: a line inside the hunk begins'],
    'lines more than counted': [`${named('x')}${HUNK}+more\n`, '9: this line stands behind the last'],
    'more of one kind': [`${named('x')}@@ -1 +1,2 @@\n a\n b\n`, '5: the hunk holds 1 old and 0 new lines more'],
    'no hunks': [named('x'), '1: the diff of x has no hunks'],
    'a head only': ['diff --git a/x b/x\n', '1: the diff of x has no hunks'],
    'numbers that are none': [`${named('x')}@@ -a,b +1 @@\n`, '5: the numbers of this @@ line'],
    'numbers too large': [`${named('x')}@@ -${'9'.repeat(400)} +1 @@\n`, '5: the numbers of this @@ line'],
    'no header': [HUNK, '1: a hunk stands here without a header'],
    'of a merge': [
      'diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n  a\n',
      '1: this is the combined',
    ],
    'nothing changed': [`${named('x')}@@ -1 +1 @@\n a\n`, '5: the hunk changes nothing'],
    'new with old lines': [
      `diff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n${HUNK}`,
      '1: x is said to be new',
    ],
    'binary, cut': [
      'diff --git a/x b/x\nindex 1..2\nGIT binary patch\nliteral 3\nKcmYdfNCp4_i2%g_\n',
      '4: the binary patch is cut',
    ],
    'binary, nothing': ['diff --git a/x b/x\nindex 1..2\nGIT binary patch\n', '3: the binary patch has no contents'],
  };
  for (const [name, [text, expected]] of Object.entries(TABLE)) {
    test(name, () => {
      assert.ok(damageOf(text)[0]?.startsWith(expected), damageOf(text).join('\n'));
      const { status } = spawnSync('git', ['apply', '--numstat'], { input: text, stdio: ['pipe', 'ignore', 'ignore'] });
      assert.equal(status === 0, passedByGit.has(name));
    });
  }
});

test('the last line without a newline is marked', () => {
  const { files } = read(`${named('x')}@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n`);
  assert.deepEqual(
    files[0]?.hunks[0]?.lines.map(({ unended = false }) => unended),
    [false, true],
  );
});

describe('hostile diffs take no longer than their length', () => {
  const TABLE: Readonly<Record<string, () => string>> = {
    '100,000 hunks': () => named('x') + HUNK.repeat(100_000),
    '100,000 files': () => (named('x') + HUNK).repeat(100_000),
    '100,000 heads of hunks': () => named('x') + '@@ -1,9 +1,9 @@\n'.repeat(100_000),
    'a hunk that counts everything': () => `${named('x')}@@ -1,4000000000 +1,4000000000 @@\n${'x\n'.repeat(500_000)}`,
    'a path of blanks': () => `diff --git a/${'a '.repeat(2 ** 19)} b/x\n`,
    'a path of slashes': () => `diff --git a/${' /'.repeat(2 ** 19)}\n`,
    'an open quote': () => `diff --git "a/${'\\\\'.repeat(2 ** 19)}\n`,
    'a date that is none': () => `--- a/${' '.repeat(2 ** 20)}2026\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n`,
    'binary without end': () =>
      `diff --git a/x b/x\nGIT binary patch\n${'literal 3\nKcmYdfNCp4_i2%g_\n'.repeat(200_000)}`,
  };
  for (const [name, make] of Object.entries(TABLE)) {
    test(name, () => {
      const text = make();
      read(text);
    });
  }
});
