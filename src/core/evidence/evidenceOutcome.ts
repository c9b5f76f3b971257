import type { Verdict } from '../verdict.ts';
import type { EvidenceCheck, Judged } from './evidence.ts';

/**
 * What all pieces come to. What only a person can weigh (a hint that speaks against it) makes it unknown, and never fails it.
 */
export const evidenceOutcome = (judged: readonly Judged[]): Verdict => {
  const checks = judged.flatMap((one) => one.checks);
  if (checks.some(({ verdict, needed }) => needed && verdict === 'fails')) return 'fails';
  if (checks.some(speaksAgainst)) return 'unknown';
  return checks.some(({ needed }) => needed) ? 'holds' : 'unknown';
};

const speaksAgainst = ({ verdict, needed }: EvidenceCheck): boolean =>
  verdict === 'fails' || (needed && verdict === 'unknown');
