import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evidenceOutcome } from './evidenceOutcome.ts';
import { judgeEvidence } from './judgeEvidence.ts';
import type { EvidenceNeed } from './taskEvidence.ts';
import type { TraceBank } from './traceBank.ts';

const real = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/data/evidence/${name}`));
const bank = JSON.parse(new TextDecoder().decode(real('stumbler.bank.json'))) as TraceBank;
const MINE = 'plgtryout222222';
const kunit: EvidenceNeed = { kind: 'test results', tests: ['list-kunit-test', 'list_test_list_init'], mustPass: true };

/** Made by benchmarks/evidencePieces.ts and its kin; what they say was printed by real kernels and programs. */
const pieces: readonly (readonly [string, EvidenceNeed, string])[] = [
  ['boot-6.12.H.txt', { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' }, MINE],
  ['kunit.dmesg.txt', { kind: 'boot log', kernel: 'own', atLeast: '6.12' }, MINE],
  ['kunit.dmesg.txt', kunit, MINE],
  ['kselftest.txt', { kind: 'test results', tests: ['size: get_size'], mustPass: true }, MINE],
  ['selftests-alone.txt', { kind: 'test results', tests: ['get runtime memory use'], mustPass: true }, MINE],
  ['module-T.txt', { kind: 'module', name: 'greeter' }, MINE],
  ['stumbler.decoded.txt', { kind: 'decoded trace', bank }, 'plgaaaaaaaa2222'],
  ['patch.eml', { kind: 'mail', patch: true }, 'plgmailmail2223'],
];

for (const [name, need, nonce] of pieces) {
  test(`${name} as ${need.kind}: holds with its own mark, and not with another`, () => {
    const outcome = (whose: string) => {
      const evidence = { needs: [need], mayPass: true, spotChecks: 0 };
      const judged = judgeEvidence([{ name, bytes: real(name) }], evidence, whose);
      return { verdict: evidenceOutcome(judged), said: JSON.stringify(judged, null, 1) };
    };
    const { verdict, said } = outcome(nonce);
    assert.equal(verdict, 'holds', said);
    assert.notEqual(outcome('plgzzzzzzzz7777').verdict, 'holds');
  });
}
