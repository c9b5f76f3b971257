import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMail } from '../mail/readMail.ts';
import { bytesOf } from '../mail/textOf.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import { readNotes, type VersionNotes, writeNotes } from './changelog.ts';

const DIFF =
  ' a.c | 1 +\n 1 file changed, 1 insertion(+)\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n a\n+b\n';
const head = (subject: string) =>
  `From: Ada <ada@made.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=UTF-8\n\n`;
const mailOf = (text: string) => readPatchMail(readMail(bytesOf(text), { file: 'a', at: 1 }));
const patch = (below: string) => mailOf(`${head('[PATCH v9] mm: one')}Why.\n---\n${below}\n${DIFF}`);
const cover = (text: string) => mailOf(`${head('[PATCH v9 0/2] mm: two')}${text}\n`);

describe('the forms that people write', () => {
  const forms: readonly (readonly [string, readonly (readonly [number, readonly string[]])[]])[] = [
    ['Changes in v2:\n- less', [[2, ['- less']]]],
    ['Changes for v3:\n\n  * less\n\n  * more', [[3, ['  * less', '', '  * more']]]],
    ['v2: less', [[2, ['less']]]],
    [
      'v2:\n - less\nv3:\n - more',
      [
        [3, [' - more']],
        [2, [' - less']],
      ],
    ],
    ['v1 -> v2:\n- less', [[2, ['- less']]]],
    ['V1 -> V2: less\n          and more', [[2, ['less', '          and more']]]],
    ['Changes since v1:\n- less', [[2, ['- less']]]],
    ['[v2: less]', [[2, ['less']]]],
    [
      'Changelog:\nv3: more\nv2: less',
      [
        [3, ['more']],
        [2, ['less']],
      ],
    ],
    [
      '* v3:\n  - more\n* v2:\n  - less',
      [
        [3, ['  - more']],
        [2, ['  - less']],
      ],
    ],
    ['Changes in v3:\n- as in\n  v2: less\n- v1: none', [[3, ['- as in', '  v2: less', '- v1: none']]]],
    [
      'Changes in v2:\n- less\n- Link to v1: https://a.example/1',
      [[2, ['- less', '- Link to v1: https://a.example/1']]],
    ],
    [
      'v3: more\nv2: less\nv1: https://a.example/1',
      [
        [3, ['more']],
        [2, ['less', '- Link to v1: https://a.example/1']],
      ],
    ],
    ['No code change.', []],
  ];
  for (const [text, notes] of forms) {
    test(JSON.stringify(text), () => {
      const told = notes.map(([version, lines]) => ({ version, lines }));
      assert.deepEqual(readNotes(patch(text)), told);
      assert.deepEqual(readNotes(cover(`Why.\n\n${text}`)), told);
    });
  }
});

test('behind the diffstat, and at two places', () => {
  const mail = mailOf(
    `${head('[PATCH v3] mm: one')}Why.\n---\nv3: more\n a.c | 1 +\n 1 file changed, 1 insertion(+)\n create mode 100644 a.c\n\nv2: less\n\n${DIFF.slice(DIFF.indexOf('diff'))}`,
  );
  assert.deepEqual(readNotes(mail), [
    { version: 3, lines: ['more'] },
    { version: 2, lines: ['less'] },
  ]);
});

test('a cover letter’s text, shortlog, base and signature are no notes', () => {
  const rest =
    'Ada Made (2):\n  mm: one\n  mm: two\n\n a.c | 1 +\n 1 file changed, 1 insertion(+)\n\nbase-commit: 1234567890\n-- \n2.47\n';
  const text = 'Changes in v2:\n- less\n\nAll of this is for the better.\n';
  assert.deepEqual(readNotes(cover(`${text}\n${rest}`)), [{ version: 2, lines: ['- less'] }]);
  assert.deepEqual(readNotes(cover(`Why.\n\n---\nChanges in v2:\n- less\n\n---\n${rest}`)), [
    { version: 2, lines: ['- less'] },
  ]);
});

describe('written', () => {
  test('the newest first, with links where they are known', () => {
    const notes = [
      { version: 2, lines: ['- less'] },
      { version: 3, lines: ['- more', '- Link to v2: https://a.example/own'] },
    ];
    assert.equal(
      writeNotes(notes, { linkOf: (version) => `https://a.example/${version}` }),
      'Changes in v3:\n- more\n- Link to v2: https://a.example/own\n\nChanges in v2:\n- less\n- Link to v1: https://a.example/1',
    );
  });

  test('long items are wrapped below their first word, short ones are not touched', () => {
    const long = `- ${'word '.repeat(20).trim()}`;
    const written = writeNotes([{ version: 2, lines: ['-  as it   is', long] }]).split('\n');
    assert.deepEqual(written.slice(0, 2), ['Changes in v2:', '-  as it   is']);
    assert.ok(written.every((line) => line.length <= 75));
    assert.match(written[3] ?? '', /^ {2}word/);
  });
});

const words = fc.array(fc.constantFrom('less', 'more', 'v2:', 'v3', 'of', 'mm:', 'Änderung', 'https://a.example/x?y'), {
  minLength: 1,
  maxLength: 30,
});
const line = fc
  .tuple(fc.constantFrom('- ', '', '  ', '* ', '1. ', '   - '), words)
  .map(([lead, all]) => lead + all.join(' '));
const odd = fc.constantFrom(
  '',
  '---',
  '-- ',
  'Ada (2):',
  ' a.c | 3 +',
  'base-commit: 1234567',
  'v7: x',
  'Changelog:',
  'diff --git a b',
);
const notes = fc.uniqueArray(
  fc.record({
    version: fc.integer({ min: 2, max: 30 }),
    lines: fc.array(fc.oneof(line, odd), { minLength: 1, maxLength: 8 }),
  }),
  { selector: ({ version }) => version },
);

test('what is written is read back, below a patch and in a cover letter', () => {
  const bare = (all: readonly VersionNotes[]) =>
    all.map(({ version, lines }) => [version, lines.join(' ').replace(/[\s-]+/g, '')]);
  fc.assert(
    fc.property(notes, (drawn) => {
      const written = writeNotes(drawn);
      const full = writeNotes(readNotes(patch(written)));
      assert.equal(full, written);
      assert.equal(writeNotes(readNotes(cover(`Why.\n\n${written}`))), written);
      const sorted = drawn.toSorted((a, b) => b.version - a.version);
      assert.deepEqual(bare(readNotes(patch(written))), bare(sorted));
    }),
    { numRuns: 300 },
  );
});

test('a hundred thousand lines are read in a moment', () => {
  const many = Array.from({ length: 100_000 }, (_, at) =>
    at % 2 === 0 ? '' : `v${at % 900}: https://a.example/`,
  ).join('\n');
  const start = performance.now();
  readNotes(cover(many));
  readNotes(cover(`v2:\n${'\n'.repeat(50_000)}${'x\n\n'.repeat(50_000)}`));
  assert.ok(performance.now() - start < 5_000);
});
