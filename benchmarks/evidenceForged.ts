import { evidenceOutcome } from '../src/core/evidence/evidenceOutcome.ts';
import type { Verdict } from '../src/core/verdict.ts';
import type { EvidenceCase } from '../test/world/evidenceCases/evidenceCase.ts';
import { forgedEvidence } from '../test/world/evidenceCases/forgedEvidence.ts';
import { honestEvidence } from '../test/world/evidenceCases/honestEvidence.ts';
import { judgedCase } from '../test/world/evidenceCases/judgedCase.ts';

// `node benchmarks/evidenceForged.ts`: what the machine makes of evidence that is copied, inconsistent or forged, and of what is
// honest and odd. The same cases are a test.

interface Row {
  readonly what: string;
  readonly kind: string;
  readonly outcome: Verdict;
  /** What decided: the first that did not hold. */
  readonly seen: string;
}

const rowOf = (one: EvidenceCase): Row => {
  const judged = judgedCase(one);
  const checks = judged.flatMap((piece) => piece.checks);
  const outcome = evidenceOutcome(judged);
  const deciding =
    checks.find(({ verdict, needed }) => needed && verdict === outcome)
    ?? checks.find(({ verdict }) => verdict !== 'holds');
  const seen = outcome === 'holds' || !deciding ? '' : `${deciding.check}: ${deciding.seen}`;
  return { what: one.what, kind: judged[0]?.kind ?? '', outcome, seen };
};

const MARKS = { holds: '✓ holds', fails: '✗ fails', unknown: '? unknown' } as const;
const table = (rows: readonly Row[]): string => `| how it was made | kind | verdict | what was seen |
| --- | --- | --- | --- |
${rows.map(({ what, kind, outcome, seen }) => `| ${cell(what)} | ${kind} | ${MARKS[outcome]} | ${cell(seen)} |`).join('\n')}`;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 160);
const count = (rows: readonly Row[], outcome: Verdict): number => rows.filter((row) => row.outcome === outcome).length;

const names = (rows: readonly Row[]): string => rows.map(({ what }) => `“${what}”`).join('; ');

const [forged, honest] = [forgedEvidence.map(rowOf), honestEvidence.map(rowOf)];
const passed = forged.filter(({ outcome }) => outcome === 'holds');

process.stdout.write(`# Evidence that is forged, and evidence that is only odd

\`node benchmarks/evidenceForged.ts\`: real pieces (logs of kernels booted in QEMU, a module, test results, a mail by
git send-email), copied, made inconsistent or forged. The same cases are the test
\`src/core/evidence/judgeEvidence.test.ts\`.

## Forged: ${forged.length}

${count(forged, 'fails')} fail, ${count(forged, 'unknown')} are unknown and go to a person, ${passed.length} pass.

${table(forged)}

Those that pass are text that says what a real one says: ${names(passed)}. Where every place that
is compared is written by the same hand, nothing in the text differs from what the machine would have printed. What raises the
price stands in [SECURITY.md](../../SECURITY.md): pieces that must agree, a trace of one's own, likeness with what others handed
in, and a person who looks at some of what holds, drawn at random.

## Honest, but odd: ${honest.length}

${count(honest, 'fails')} fail, ${count(honest, 'unknown')} are unknown: each says what would settle it.

${table(honest)}
`);
