import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTrailers } from './readTrailers.ts';

const linesOf = (text: string) => text.split('\n').map((line, index) => ({ text: line, at: index + 1 }));
const read = (message: string): readonly string[] =>
  readTrailers(linesOf(message)).trailers.map(({ token, value }) => `${token}: ${value}`);

test('the last paragraph, with what is folded, and where it stands', () => {
  const message = linesOf('Why.\n\nFixes: 123456789012\n ("mm: x")\nSigned-off-by: A <a@b.c>\n');
  assert.deepEqual(readTrailers(message), {
    from: 2,
    trailers: [
      { token: 'Fixes', value: '123456789012 ("mm: x")', at: 3, lines: ['Fixes: 123456789012', ' ("mm: x")'] },
      { token: 'Signed-off-by', value: 'A <a@b.c>', at: 5, lines: ['Signed-off-by: A <a@b.c>'] },
    ],
  });
});

test('a message of trailers only, as the subject stands above it', () => {
  assert.deepEqual(read('Signed-off-by: A <a@b.c>'), ['Signed-off-by: A <a@b.c>']);
});

test('words among trailers are allowed where git wrote one of them', () => {
  assert.deepEqual(read('x\n\nwords\nwords\nwords\nSigned-off-by: A'), ['Signed-off-by: A']);
  assert.deepEqual(read('x\n\nwords\nwords\nwords\nwords\nSigned-off-by: A'), []);
  assert.deepEqual(read('x\n\nwords\nAcked-by: A'), []);
  assert.deepEqual(read('x\n\n(cherry picked from commit 1)\nAcked-by: A'), ['Acked-by: A']);
});

test('a line of dashes ends a mail, not a commit', () => {
  const message = 'x\n\nAcked-by: A\n---\nAcked-by: B';
  assert.deepEqual(read(message), ['Acked-by: A']);
  assert.equal(readTrailers(linesOf('x\n\n---\nAcked-by: B'), { divider: false }).trailers.length, 0);
  assert.equal(readTrailers(linesOf('x\n---\n\nAcked-by: B'), { divider: false }).trailers.length, 1);
});

const line = fc.oneof(
  fc.constantFrom(
    ...['', '', ' ', '\t', '---', '--- x', '# note', 'Conflicts:', '\tfile.c', 'words', 'Signed-off-by: A <a@b.c>'],
    ...['Acked-by: B', 'Fixes:  1 ', ' folded ', '\tfolded', '(cherry picked from commit 1)', 'Bug : 4', 'no value:'],
    ...[
      ':',
      'a b: c',
      '-x: y',
      'http://x',
      'Link: https://x\r',
      '\r',
      ' Signed-off-by: A',
      'x:\u00a0y\u00a0',
      'x: y\fz',
    ],
    '# ------------------------ >8 ------------------------',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[\n\0]/g, '')),
);

test('as git interpret-trailers reads drawn messages', { timeout: 120_000 }, (t) => {
  let equal = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      // git 2.39 never ends where scissors stand below dashes.
      fc.pre(!lines.some((one) => one.startsWith('# --')) || !lines.some((one) => one.startsWith('---')));
      const message = lines.join('\n');
      const git = execFileSync('git', ['interpret-trailers', '--parse'], {
        input: `subject\n\n${message}\n`,
      }).toString();
      assert.equal(
        read(message)
          .map((one) => `${one}\n`)
          .join(''),
        git,
      );
      equal++;
    }),
    { numRuns: 400 },
  );
  t.diagnostic(`${equal} of ${equal} messages as git interpret-trailers has them`);
});

test('a long message is read to its end', () => {
  const [folds, blanks] = [`A: b\n${' c\n'.repeat(200_000)}`, `A: b${' '.repeat(500_000)}c`];
  assert.equal(read(folds).length, 1);
  assert.equal(read(blanks).length, 1);
  assert.equal(read('# x\n'.repeat(200_000)).length, 0);
});
