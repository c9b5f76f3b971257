import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Edit, editText } from './editText.ts';
import { type Hunk, lineDiff } from './lineDiff.ts';

const unified = (hunks: readonly Hunk[]): string =>
  hunks
    .map(({ before, after, lines }) => {
      const rows = lines.map(
        ({ mark, text, unended }) => `${mark}${text}\n${unended ? '\\ No newline at end of file\n' : ''}`,
      );
      return `@@ -${before.start},${before.count} +${after.start},${after.count} @@\n${rows.join('')}`;
    })
    .join('');

/** The edit that turns the first place of `from` into `to`. */
const change = (text: string, from: string, to: string): Edit => {
  const start = text.indexOf(from);
  return { start, end: start + from.length, text: to };
};

const source = Array.from({ length: 30 }, (_, at) => `line ${at + 1}\n`).join('');

test('one word on one line, with three lines around', () => {
  assert.equal(
    unified(lineDiff(source, [change(source, 'line 10', 'other 10')])),
    `@@ -7,7 +7,7 @@
 line 7
 line 8
 line 9
-line 10
+other 10
 line 11
 line 12
 line 13
`,
  );
});

test('lines know their numbers before and after', () => {
  const [hunk] = lineDiff(source, [change(source, 'line 2\n', 'a\nb\n')], 1);
  assert.deepEqual(hunk?.lines, [
    { mark: ' ', text: 'line 1', before: 1, after: 1 },
    { mark: '-', text: 'line 2', before: 2 },
    { mark: '+', text: 'a', after: 2 },
    { mark: '+', text: 'b', after: 3 },
    { mark: ' ', text: 'line 3', before: 3, after: 4 },
  ]);
});

test('what is inserted at a line removes nothing; what is far apart stands in two hunks', () => {
  const include = change(source, 'line 2\n', '#include <linux/overflow.h>\nline 2\n');
  const call = change(source, 'line 20', 'line twenty');
  assert.equal(
    unified(lineDiff(source, [call, include], 1)),
    `@@ -1,2 +1,3 @@
 line 1
+#include <linux/overflow.h>
 line 2
@@ -19,3 +20,3 @@
 line 19
-line 20
+line twenty
 line 21
`,
  );
});

test('edits on neighbouring lines are shown together, as git shows them', () => {
  const edits = [change(source, 'line 5', 'five'), change(source, 'line 6', 'six')];
  assert.equal(unified(lineDiff(source, edits, 0)), '@@ -5,2 +5,2 @@\n-line 5\n-line 6\n+five\n+six\n');
});

test('an edit that changes nothing shows nothing; edits that overlap are an error of ours', () => {
  assert.deepEqual(lineDiff(source, [change(source, 'line 5', 'line 5')]), []);
  assert.deepEqual(lineDiff('', []), []);
  assert.throws(() => lineDiff(source, [change(source, 'line 5', ''), change(source, 'ne 5', '')]), RangeError);
  assert.throws(() => lineDiff(source, [{ start: 5, end: 5000, text: '' }]), RangeError);
});

const texts = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'cc', '', '{', 'x\r'), { maxLength: 30 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended ? '\n' : ''));
const edited = texts.chain((text) => {
  const points = fc.array(fc.nat(text.length), { maxLength: 8 }).map((list) => list.toSorted((a, b) => a - b));
  const put = fc.array(fc.constantFrom('', 'y', '\n', 'z\n', 'a\nb\n'), { minLength: 4, maxLength: 4 });
  return fc.tuple(fc.constant(text), points, put).map(([, bounds, puts]) => ({
    text,
    edits: puts.flatMap((one, at): Edit[] => {
      const [start, end] = bounds.slice(2 * at, 2 * at + 2);
      return start === undefined || end === undefined ? [] : [{ start, end, text: one }];
    }),
  }));
});

const after = (text: string, edits: readonly Edit[]): string => {
  const result = editText(text, edits);
  return result.kind === 'edited' ? result.text : assert.fail(result.because);
};

const ended = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The text after: the hunks' lines, and between them those of the text before. Looks at every number on the way. */
const rebuilt = (text: string, hunks: readonly Hunk[]): string => {
  const before = ended(text);
  const built: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const first = hunk.before.count > 0 ? hunk.before.start - 1 : hunk.before.start;
    built.push(...before.slice(at, first));
    at = first + hunk.before.count;
    for (const line of hunk.lines) {
      const row = line.unended ? line.text : `${line.text}\n`;
      if (line.mark !== '+') assert.equal(before[(line.before ?? 0) - 1], row);
      if (line.mark !== '-') assert.equal(built.push(row), line.after);
    }
  }
  return [...built, ...before.slice(at)].join('');
};

test('the hunks and the lines between them make the text after, and every number is right', () => {
  fc.assert(
    fc.property(edited, fc.nat(4), ({ text, edits }, context) => {
      assert.equal(rebuilt(text, lineDiff(text, edits, context)), after(text, edits));
    }),
  );
});

test('git applies them', (t) => {
  if (spawnSync('git', ['--version']).status !== 0) return t.skip('because git is not installed: apt-get install git');
  const folder = mkdtempSync(join(tmpdir(), 'patchling-diff-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'file');
  // Outside any repository, or git skips the paths and is content.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() };
  let applied = 0;
  fc.assert(
    fc.property(edited, ({ text, edits }) => {
      const hunks = lineDiff(text, edits);
      const wanted = after(text, edits);
      if (hunks.length === 0) return assert.equal(wanted, text);
      if (text === '' || wanted === '') return; // git then wants a header about a new or removed file
      writeFileSync(file, text);
      const input = `diff --git a/file b/file\n--- a/file\n+++ b/file\n${unified(hunks)}`;
      const ran = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input,
        env,
        encoding: 'utf8',
      });
      assert.equal(ran.status, 0, `${ran.stderr}\n${input}`);
      assert.equal(readFileSync(file, 'utf8'), wanted, input);
      applied++;
    }),
    { numRuns: 150 },
  );
  t.diagnostic(`${applied} patches applied by git`);
});
