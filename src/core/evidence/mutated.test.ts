import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mutatedPiece } from '../../../test/world/mutatedPiece.ts';
import { draw, seededRandom } from '../std.ts';
import type { Piece } from './evidence.ts';
import { judgeEvidence } from './judgeEvidence.ts';
import { likenessMarks } from './likenessMarks.ts';
import type { EvidenceNeed } from './taskEvidence.ts';

const RUNS = Number(process.env['PATCHLING_MUTATIONS'] ?? 400);
const SLOWEST_MS = 5000;
const seed = process.env['SEED'] ?? '2026';

const needs: readonly EvidenceNeed[] = [
  { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' },
  { kind: 'config', marked: true, options: { CONFIG_KUNIT: 'y' } },
  { kind: 'module', name: 'greeter' },
  { kind: 'test results', tests: ['size'] },
  { kind: 'mail', patch: true },
];
const folder = 'test/data/evidence';
const real = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const all = { needs, mayPass: true, spotChecks: 0 };

test('whatever evidence is made of, it is judged, and soon', (t) => {
  const random = seededRandom(seed);
  let slowest = 0;
  for (let run = 0; run < RUNS; run++) {
    const name = draw(real, random) ?? '';
    const piece: Piece = { name, bytes: mutatedPiece(readFileSync(`${folder}/${name}`), random) };
    const began = performance.now();
    assert.equal(judgeEvidence([piece], all, 'plgabcdefgh2345').length >= needs.length, true);
    likenessMarks(new TextDecoder().decode(piece.bytes), 'plgabcdefgh2345');
    slowest = Math.max(slowest, performance.now() - began);
  }
  t.diagnostic(`${RUNS} runs, SEED=${seed}, slowest ${slowest.toFixed(0)} ms`);
  assert.ok(slowest < SLOWEST_MS);
});

test('a megabyte of what is worst for each pattern takes no longer than its length', () => {
  const million = 1_000_000;
  const worst = [
    '['.repeat(million),
    '[ 0.000000] '.repeat(million / 12),
    ' '.repeat(million),
    '# '.repeat(million / 2),
    '    '.repeat(million / 4),
    'ok 1 '.repeat(million / 5),
    'CONFIG_'.repeat(million / 7),
    `Linux version 6.1 (${'('.repeat(million)}`,
    'a.c:1 '.repeat(million / 6),
    `${'\u001b[3'.repeat(million / 4)}`,
    'Comm: '.repeat(million / 6),
    'Linux version 6.1 (a@b) (gcc) #1\n'.repeat(million / 33),
    'ok 1 a\n'.repeat(million / 7),
    '1..9\n'.repeat(million / 5),
  ];
  for (const text of worst) {
    const began = performance.now();
    judgeEvidence([{ name: 'worst', bytes: new TextEncoder().encode(text) }], all, 'plgabcdefgh2345');
    const took = performance.now() - began;
    assert.ok(took < SLOWEST_MS, `${text.slice(0, 20)}: ${took.toFixed(0)} ms`);
  }
});
