import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PatchMail } from '../patch/patchMail.ts';
import { linesForFixes } from './linesForFixes.ts';
import { readSeries } from './readSeries.ts';

const patchOf = (...hunks: readonly string[]): PatchMail => {
  const source = `From: A <a@made.example>\nSubject: [PATCH] x\n\n---\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n${hunks.join('')}`;
  const [patch] = readSeries([{ file: 'p', source }]).patches;
  assert.deepEqual(patch?.damage, []);
  return patch as PatchMail;
};

const REMOVES = '@@ -20,4 +20,3 @@\n \tint a;\n-\n-\tfree(a);\n \treturn a;\n+\tfree(b);\n';

test('what goes counts by what it says; what stands next to it does not', () => {
  const { files, isCut, ownLines } = linesForFixes(patchOf(REMOVES), []);
  assert.deepEqual(
    files[0]?.lines.filter(({ isRemoved }) => isRemoved),
    [
      { at: 21, weight: 0, isRemoved: true },
      { at: 22, weight: 1, isRemoved: true },
    ],
  );
  assert.deepEqual(files[0]?.ranges, [{ start: 21, count: 3 }]);
  assert.deepEqual([isCut, ownLines], [false, 0]);
});

test('what is only added asks those around, and a little those above', () => {
  const { files } = linesForFixes(patchOf('@@ -20,2 +20,3 @@\n \tint a;\n+\tif (a)\n \tf(a);\n'), []);
  assert.deepEqual(
    files[0]?.lines.filter(({ weight }) => weight > 0.02),
    [
      { at: 20, weight: 0.5, isRemoved: false },
      { at: 21, weight: 0.5, isRemoved: false },
    ],
  );
  assert.deepEqual(files[0]?.ranges, [{ start: 8, count: 14 }]);
});

test('through the patches before it: shifted, or brought by them', () => {
  const before = patchOf('@@ -1,1 +1,3 @@\n one\n+two\n+three\n', '@@ -19,1 +21,2 @@\n x\n+\tfree(a);\n');
  const { files, ownLines } = linesForFixes(patchOf('@@ -21,3 +21,1 @@\n x\n-\tfree(a);\n-\tint a;\n'), [before]);
  assert.deepEqual(files[0]?.lines, [{ at: 20, weight: 1, isRemoved: true }]);
  assert.equal(ownLines, 1);
});

test('a large patch is looked at in part, in little time', () => {
  const hunk = (at: number): string => `@@ -${at * 9 + 1},1 +${at * 9 + 1},1 @@\n-a = ${at};\n+b = ${at};\n`;
  const large = patchOf(...Array.from({ length: 50_000 }, (_, at) => hunk(at)));
  const begun = performance.now();
  const { files, isCut } = linesForFixes(
    large,
    Array.from({ length: 20 }, () => large),
  );
  assert.ok(performance.now() - begun < 1000);
  assert.equal(isCut, true);
  assert.deepEqual(files, []); // each of those before it brought the same lines
});
