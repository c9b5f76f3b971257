import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMaintainers } from './parseMaintainers.ts';
import { sectionReader } from './sectionReader.ts';

test('a section read where it is needed is the one that reading all of it gives', () => {
  const row = fc.constantFrom(
    'TITLE',
    'Other title',
    'M:\tA <a@b.c>',
    'F:\tmm/',
    'F: x',
    '',
    '# no',
    '  ',
    '\tindented',
    'F:\tcr\r',
    'K:',
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), fc.boolean(), (rows, ended) => {
      const text = rows.join('\n') + (ended ? '\n' : '');
      const reader = sectionReader(text, { unicode: true });
      for (const letter of ['F', 'M', 'K']) {
        const all = parseMaintainers(text).sections.flatMap((section) =>
          section.fields.filter((field) => field.letter === letter).map((field) => ({ section, field })),
        );
        const starts = reader.fieldsOf(letter);
        assert.deepEqual(
          starts.map((start) => reader.at(start)),
          all,
        );
        assert.deepEqual(
          starts.map((start) => reader.valueAt(start)),
          all.map(({ field }) => field.value),
        );
      }
    }),
    { numRuns: 300 },
  );
});
