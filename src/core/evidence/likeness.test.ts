import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../std.ts';
import { likenessMarks } from './likenessMarks.ts';
import { bandsOf, sharedPart, signature } from './signature.ts';

const random = seededRandom('likeness');
const words = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `word ${from + at}`);
const of = (set: readonly string[]) => signature(set) ?? assert.fail('too small');

test('two signatures share about as much as their sets do, and are found by a band where that is most', () => {
  for (const [shared, least, most] of [
    [1, 1, 1],
    [0.8, 0.65, 0.95],
    [0.5, 0.3, 0.7],
    [0, 0, 0.1],
  ] as const) {
    // Of two sets of n with s in common, s / (2n - s) of the union is shared.
    const common = Math.round((2 * 600 * shared) / (1 + shared));
    const part = sharedPart(of(words(600)), of(words(600, 600 - common)));
    assert.ok(part >= least && part <= most, `${shared}: ${part}`);
  }
  const [one, other, far] = [bandsOf(of(words(500))), bandsOf(of(words(500, 30))), bandsOf(of(words(500, 480)))];
  assert.ok(one.some((band, at) => band === other[at]));
  assert.ok(!one.some((band, at) => band === far[at]));
  assert.equal(signature(words(5)), undefined);
});

const log = (nonce: string, seed: () => number): string => {
  let at = 0;
  const lines = Array.from({ length: 300 }, (_, line) => {
    at += seed() * 0.01;
    return `[${at.toFixed(6).padStart(12)}] line ${line} of a kernel, at ffff8880${Math.floor(seed() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')}`;
  });
  return [`[    0.000000] Command line: patchling.nonce=${nonce}`, ...lines].join('\n');
};
const shared = (one: string, other: string, nonces = ['plga', 'plgb']): Record<string, number> => {
  const [mine, theirs] = [likenessMarks(one, nonces[0] ?? ''), likenessMarks(other, nonces[1] ?? '')];
  return Object.fromEntries(
    mine.map(({ kind, words: set }) => {
      const same = theirs.find((mark) => mark.kind === kind)?.words ?? [];
      return [kind, sharedPart(of(set), of(same))];
    }),
  );
};

test('of a log its instants and addresses are its own: a copy is alike with another mark, a second boot is not', () => {
  const one = log('plga', random);
  assert.deepEqual(shared(one, one.replace('plga', 'plgb').replaceAll('\n', '\r\n')), {
    'time stamps': 1,
    'time steps': 1,
    addresses: 1,
  });
  const moved = one.replaceAll(/^\[ *(\d+\.\d{6})\]/gm, (_, stamp: string) => `[${(Number(stamp) + 7).toFixed(6)}]`);
  const { 'time stamps': stamps = 1, 'time steps': steps = 0 } = shared(one, moved);
  assert.ok(stamps < 0.1 && steps > 0.9, `${stamps} ${steps}`);
  const again = shared(one, log('plgb', random));
  assert.ok((again['time stamps'] ?? 1) < 0.1 && (again['addresses'] ?? 1) < 0.1 && (again['time steps'] ?? 1) < 0.1);
});

test('of a patch the lines that it changes, whatever their blanks; of a text its words', () => {
  const patch = (lines: readonly string[]) => ['--- a/x', '+++ b/x', '@@ -1,9 +1,9 @@', ...lines].join('\n');
  const lines = Array.from({ length: 20 }, (_, at) => `+\tdo_this(${at});`);
  assert.deepEqual(shared(patch(lines), patch(lines.map((one) => one.replace('\t', '        ')))), {
    'changed lines': 1,
  });
  const text = Array.from({ length: 60 }, (_, at) => `word${at % 37}`).join(' ');
  assert.deepEqual(shared(text, text.toUpperCase()), { words: 1 });
  assert.deepEqual(
    likenessMarks('Boot ID: 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', 'plga').map(({ kind, words: set }) => [
      kind,
      set.length,
    ]),
    [
      ['words', 3],
      ['boot id', 1],
    ],
  );
});
