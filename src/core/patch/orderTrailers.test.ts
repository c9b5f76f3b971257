import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { orderTrailers, type TrailerStyle } from './orderTrailers.ts';
import type { WrittenTrailer } from './trailer.ts';
import { withTrailers } from './withTrailers.ts';

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const FIXES = 'Fixes: 54a4f0239f2e ("tcp: add a list")';
const REPORTED = 'Reported-by: Cy Third <cy@third.example>';
const CLOSES = 'Closes: https://lore.example/r/1';
const SUGGESTED = 'Suggested-by: Di Fourth <di@fourth.example>';
const STABLE = 'Cc: stable@vger.kernel.org';
const REVIEWED = 'Reviewed-by: Bo Other <bo@other.example>';
const TESTED = 'Tested-by: Ed Fifth <ed@fifth.example>';
const LINK = 'Link: https://lore.example/r/2';
const CO = ['Co-developed-by: Bo Other <bo@other.example>', 'Signed-off-by: Bo Other <bo@other.example>'];
const HANDLED = 'Signed-off-by: Fay Sixth <fay@sixth.example>';

const trailer = (line: string): WrittenTrailer => {
  const colon = line.indexOf(':');
  return { token: line.slice(0, colon), value: line.slice(colon + 1).trim() };
};
const usual = (block: readonly string[], ...add: readonly string[]) => orderTrailers(block, 'usual', add.map(trailer));
const tip = (block: readonly string[], ...add: readonly string[]) => orderTrailers(block, 'tip', add.map(trailer));

describe('where new trailers usually go', () => {
  test('what tells why stands before the sign-off, in the order of the field', () => {
    const added = usual([SIGNED], STABLE, SUGGESTED, REPORTED, CLOSES, FIXES, REVIEWED, LINK);
    assert.deepEqual(added, [FIXES, REPORTED, CLOSES, SUGGESTED, STABLE, REVIEWED, SIGNED, LINK]);
  });

  test('what is there keeps its order, even an unusual one', () => {
    const block = [REVIEWED, STABLE, SIGNED, FIXES];
    assert.deepEqual(usual(block, REPORTED), [REVIEWED, REPORTED, STABLE, SIGNED, FIXES]);
    assert.deepEqual(usual(block), block);
  });

  test('reviews stand before the last sign-off, behind those that the handler found', () => {
    assert.deepEqual(usual([SIGNED, HANDLED], REVIEWED, TESTED), [SIGNED, REVIEWED, TESTED, HANDLED]);
    assert.deepEqual(usual([], REVIEWED), [REVIEWED]);
  });

  test('a co-developer’s lines stay together', () => {
    assert.deepEqual(usual([SIGNED], ...CO), [...CO, SIGNED]);
    assert.deepEqual(usual([...CO, SIGNED], FIXES, REVIEWED), [FIXES, ...CO, REVIEWED, SIGNED]);
    assert.deepEqual(usual([SIGNED, ...CO], REVIEWED), [SIGNED, REVIEWED, ...CO]);
    assert.deepEqual(usual([CO[1] ?? '', SIGNED], CO[0] ?? ''), [...CO, SIGNED]);
    assert.deepEqual(usual([CO[1] ?? '', SIGNED], ...CO), [...CO, SIGNED]);
  });

  test('a report’s address follows its reporter', () => {
    const other = ['Reported-by: Gus <gus@7.example>', 'Closes: https://lore.example/r/7'];
    assert.deepEqual(usual([REPORTED, CLOSES, SIGNED], ...other), [REPORTED, CLOSES, ...other, SIGNED]);
    assert.deepEqual(usual([REPORTED, SIGNED], CLOSES), [REPORTED, CLOSES, SIGNED]);
    assert.deepEqual(usual([REPORTED, LINK, SIGNED], SUGGESTED), [REPORTED, LINK, SUGGESTED, SIGNED]);
  });

  test('a tag that is there is not written twice, whatever its spelling', () => {
    assert.deepEqual(usual([REVIEWED, SIGNED], 'reviewed-by: "Other, Bo" <BO@other.example>'), [REVIEWED, SIGNED]);
    assert.deepEqual(usual([FIXES, SIGNED], 'Fixes: 54a4f0239f2e12345 ("other words")'), [FIXES, SIGNED]);
    assert.deepEqual(usual([SIGNED], LINK, LINK), [SIGNED, LINK]);
  });

  test('notes and folded lines go with their trailer', () => {
    const block = [`${FIXES.slice(0, 30)}`, `  ${FIXES.slice(31)}`, '[fay: less noise]', HANDLED];
    assert.deepEqual(usual(block, REVIEWED), [...block.slice(0, 2), REVIEWED, ...block.slice(2)]);
  });
});

describe('the order of the tip tree', () => {
  test('all are put in order, old and new', () => {
    const block = [STABLE, REVIEWED, SIGNED];
    const all = [FIXES, REPORTED, CLOSES, SUGGESTED, ...CO, SIGNED, TESTED, REVIEWED, STABLE, LINK];
    assert.deepEqual(tip(block, LINK, TESTED, SUGGESTED, ...CO, REPORTED, CLOSES, FIXES), all);
  });

  test('a handler’s sign-off stays behind what it follows', () => {
    assert.deepEqual(tip([SIGNED, REVIEWED, HANDLED], FIXES), [FIXES, SIGNED, REVIEWED, HANDLED]);
    assert.deepEqual(tip([SIGNED, HANDLED], TESTED), [SIGNED, HANDLED, TESTED]);
  });

  test('a co-developer whose sign-off is there already', () => {
    assert.deepEqual(tip([CO[1] ?? '', SIGNED], CO[0] ?? ''), [...CO, SIGNED]);
  });
});

const person = fc.constantFrom('Ada <a@x.example>', 'Bo <b@x.example>', 'Cy <c@x.example>', 'Dí "D" <d@x.example>');
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('Signed-off-by', 'Co-developed-by', 'Reviewed-by', 'Cc', 'Reported-by', 'Acked-by'), person)
    .map(([token, value]) => `${token}: ${value}`),
  fc.constantFrom(FIXES, CLOSES, LINK, 'Change-Id: I1', '[bo: note]', '(cherry picked from commit 1)', ' folded'),
);
const count = (lines: readonly string[]): readonly string[] => lines.toSorted();
const style = fc.constantFrom<TrailerStyle>('usual', 'tip');

test('none is lost, none is doubled, and a second time changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      style,
      fc.array(line.filter((one) => /^[A-Z]/.test(one))),
      (block, how, drawn) => {
        const add = drawn.map(trailer);
        const written = orderTrailers(block, how, add);
        const kept = [...written];
        for (const one of block) {
          const at = kept.indexOf(one);
          assert.ok(at >= 0, `${one} is lost`);
          kept.splice(at, 1);
        }
        assert.equal(new Set(kept).size, kept.length, 'an added one stands twice');
        for (const one of drawn)
          assert.ok(
            written.some((found) => found.toLowerCase() === one.toLowerCase()),
            one,
          );
        assert.deepEqual(count(orderTrailers(written, how, add)), count(written));
      },
    ),
  );
});

test('real git sees every trailer of a message that was added to', () => {
  const seenBy = (message: string): readonly string[] =>
    execFileSync('git', ['interpret-trailers', '--parse', '--no-divider'], { input: message, encoding: 'utf8' })
      .split('\n')
      .filter((one) => one !== '');
  const add = [FIXES, STABLE, REVIEWED, TESTED, ...CO, LINK].map(trailer);
  const messages = [
    'mm: count once\n\nWhy.\n',
    'mm: count once\n',
    `mm: count once\n\nWhy.\n\n${SIGNED}\n`,
    `mm: count once\n\nWhy.\n\n${REPORTED}\n${CLOSES}\n[bo: note]\n${SIGNED}\n`,
    `mm: count once\n\nNote: this is prose\nthat goes on.\n\n${SIGNED}\n`,
  ];
  for (const how of ['usual', 'tip'] as const) {
    for (const message of messages) {
      const written = withTrailers(message, add, how);
      const before = seenBy(message);
      const seen = seenBy(written);
      for (const one of [...before, ...add.map(({ token, value }) => `${token}: ${value}`)]) {
        assert.ok(seen.includes(one), `${how}: ${one} in\n${written}`);
      }
      assert.equal(seen.length, new Set(seen).size);
      assert.ok(written.startsWith(message.split('\n').slice(0, 2).join('\n').trimEnd()));
    }
  }
});

test('ten thousand new ones are placed in a moment', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `Acked-by: P${at} <p${at}@x.example>`);
  const start = performance.now();
  assert.deepEqual(usual([FIXES, SIGNED], ...many), [FIXES, ...many, SIGNED]);
  assert.ok(performance.now() - start < 5_000);
});
