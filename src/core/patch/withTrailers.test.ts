import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import fc from 'fast-check';
import { withTrailers } from './withTrailers.ts';

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const FIXES = { token: 'Fixes', value: '54a4f0239f2e ("mm: slub: Count")' };
const REVIEWED = { token: 'Reviewed-by', value: 'Bo Other <bo@other.example>' };

const table: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'above the sign-off',
    `mm: Count\n\nWhy.\n\n${SIGNED}\n`,
    `mm: Count\n\nWhy.\n\nFixes: ${FIXES.value}\nReviewed-by: ${REVIEWED.value}\n${SIGNED}\n`,
  ],
  [
    'without any',
    'mm: Count\n\nWhy.\n',
    `mm: Count\n\nWhy.\n\nFixes: ${FIXES.value}\nReviewed-by: ${REVIEWED.value}\n`,
  ],
  ['only a subject', 'mm: Count\n', `mm: Count\n\nFixes: ${FIXES.value}\nReviewed-by: ${REVIEWED.value}\n`],
  [
    'notes below stay below',
    `mm: Count\n\nWhy.\n\n${SIGNED}\n---\nv2: more\n`,
    `mm: Count\n\nWhy.\n\nFixes: ${FIXES.value}\nReviewed-by: ${REVIEWED.value}\n${SIGNED}\n---\nv2: more\n`,
  ],
];

for (const [name, before, after] of table) {
  test(name, () => assert.equal(withTrailers(before, [FIXES, REVIEWED], 'usual'), after));
}

test('what is there already changes nothing', () => {
  const message = `mm: Count\n\nWhy.\n\nFixes: ${FIXES.value}\n${SIGNED}\n`;
  assert.equal(withTrailers(message, [FIXES], 'usual'), message);
});

test('git reads what was there and what came', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const trailer = fc.record({
    token: fc.constantFrom('Fixes', 'Reviewed-by', 'Acked-by', 'Link', 'Cc', 'Closes', 'Reported-by'),
    value: word.map((name) => `${name} <${name}@made.example>`),
  });
  const paragraph = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  const drawn = fc.record({
    prose: fc.array(paragraph, { maxLength: 3 }),
    own: fc.array(trailer, { maxLength: 3 }),
    add: fc.array(trailer, { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(drawn, ({ prose, own, add }) => {
      const block = own.map(({ token, value }) => `${token}: ${value}`).join('\n');
      const message = `${['mm: count', ...prose, ...(block === '' ? [] : [block])].join('\n\n')}\n`;
      const written = withTrailers(message, add, 'usual');
      const { stdout } = spawnSync('git', ['interpret-trailers', '--parse'], { input: written, encoding: 'utf8' });
      const expected = new Set([...own, ...add].map(({ token, value }) => `${token}: ${value}`));
      assert.deepEqual(new Set(stdout.split('\n').filter((line) => line !== '')), expected);
      assert.ok(written.startsWith(['mm: count', ...prose].join('\n\n')));
    }),
    { numRuns: 60 },
  );
});
