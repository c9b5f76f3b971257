import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceCase } from '../../../test/world/evidenceCases/evidenceCase.ts';
import { forgedEvidence } from '../../../test/world/evidenceCases/forgedEvidence.ts';
import { honestEvidence } from '../../../test/world/evidenceCases/honestEvidence.ts';
import { judgedCase } from '../../../test/world/evidenceCases/judgedCase.ts';
import { evidenceOutcome } from './evidenceOutcome.ts';

const cases = (kind: string, all: readonly EvidenceCase[]): void => {
  for (const one of all) {
    test(`${kind}: ${one.what}`, () => {
      const seen = judgedCase(one);
      const said = seen.flatMap(({ checks }) =>
        checks.map((check) => `${check.verdict} ${check.check}: ${check.seen}`),
      );
      assert.equal(evidenceOutcome(seen), one.outcome, said.join('\n'));
    });
  }
};

// Nothing honest may fail.
assert.ok(honestEvidence.every(({ outcome }) => outcome !== 'fails'));
cases('honest', honestEvidence);
cases('forged', forgedEvidence);

test('what is unknown, and needed, says how to settle it', () => {
  // Of these only a person can say more.
  const open = new Set(['one command line', 'your name', 'it is yours']);
  for (const one of [...honestEvidence, ...forgedEvidence]) {
    for (const { check, verdict, needed, settle } of judgedCase(one).flatMap(({ checks }) => checks)) {
      assert.ok(verdict !== 'unknown' || !needed || settle || open.has(check), `${one.what}: ${check}`);
    }
  }
});
