import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { adviceWeights } from './adviceWeights.ts';
import { DRAWN } from './advise.ts';

const document = readFileSync(new URL('../../../docs/advice.md', import.meta.url), 'utf8');

test('docs/advice.md has the weights of the formula, the heaviest first', () => {
  const rows = [...document.matchAll(/^\| ([a-z-]+) \| (\d+) \| (.+) \|$/gm)];
  const written = rows.map(([, name, weight]) => `${name} ${weight}`);
  assert.deepEqual(written.toSorted(), adviceWeights.map(({ name, weight }) => `${name} ${weight}`).toSorted());
  const weights = rows.map(([, , weight]) => Number(weight));
  assert.deepEqual(
    weights,
    weights.toSorted((one, other) => other - one),
  );
});

test('and its limits', () => {
  assert.ok(document.includes(`as ${100 - DRAWN} of 100 points`));
  for (const limit of [
    'gentle 20, moderate 60, steep 240, very steep 720',
    'steep gives 0.45 at most, very steep 0.15',
  ]) {
    assert.ok(document.includes(limit), limit);
  }
});
