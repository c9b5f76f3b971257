import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Verdict } from '../verdict.ts';
import { evidenceOutcome } from './evidenceOutcome.ts';
import { judgeEvidence } from './judgeEvidence.ts';
import type { EvidenceNeed } from './taskEvidence.ts';

const real = (name: string): string => readFileSync(`test/data/evidence/${name}`, 'utf8');
const LOG = real('boot-6.12.dmesg.txt');
const MODULE = real('module.txt');
const boot: EvidenceNeed = { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' };
const module: EvidenceNeed = { kind: 'module', name: 'greeter' };

const outcome = (text: string, need: EvidenceNeed): Verdict => {
  const pieces = [{ name: 'what.txt', bytes: new TextEncoder().encode(text) }];
  return evidenceOutcome(judgeEvidence(pieces, { needs: [need], mayPass: true, spotChecks: 0 }, 'plgabcdefgh2345'));
};
const stamped = (text: string, stamp: string): string =>
  text.replaceAll(/^\[ *(\d+\.\d+)\] /gm, (_, seconds: string) => stamp.replace('SECONDS', seconds));

/** What other ways to print a log put in the place of its stamps, as each of them really began a line. */
const ways: readonly (readonly [string, string])[] = [
  ['dmesg -d', '[    SECONDS <    0.000012>] '],
  ['dmesg -T', '[Tue Dec  1 12:00:17 2026] '],
  ['dmesg -T -d', '[Tue Dec  1 12:01:56 2026 <    0.000000>] '],
  ['dmesg -H, at a new minute', '[Dec 1 12:00] '],
  ['dmesg -H, within one', '[  +0.000012] '],
  ['dmesg -H -x', 'kern  :info  : [  +0.000000] '],
  ['dmesg --time-format iso', '2026-12-01T12:00:17,000000+00:00 '],
  ['journalctl -k', 'Dec 01 12:02:07 ada kernel: '],
  ['journalctl -o short-precise', 'Dec 01 12:02:07.390997 ada kernel: '],
  ['journalctl -o short-iso', '2026-12-01T12:02:07+0000 ada kernel: '],
  ['journalctl -o with-unit', 'Tue 2026-12-01 12:02:07 UTC ada kernel: '],
  ['journalctl -o short-unix', '1796126527.390997 ada kernel: '],
  ['syslog', 'Dec  1 12:00:28 ada kern.info kernel: [    SECONDS] '],
];

for (const [what, stamp] of ways) {
  test(`a log by ${what}`, () => {
    assert.equal(outcome(stamped(LOG, stamp), boot), 'holds');
    assert.equal(outcome(stamped(MODULE, stamp), module), 'holds');
  });
}

test('by dmesg -t a module’s line may as well have been typed', () => {
  assert.equal(outcome(stamped(LOG, ''), boot), 'holds');
  assert.equal(outcome(stamped(MODULE, ''), module), 'unknown');
});
