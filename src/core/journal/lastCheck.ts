import type { Verdict } from '../verdict.ts';
import type { Fact } from './fact.ts';

/** The last answer of the gate to exactly these bytes; undefined where it was never asked. */
export const lastCheck = (
  facts: readonly Fact[],
  { patch, sha256 }: { readonly patch: string; readonly sha256: string },
): { readonly check: string; readonly verdict: Verdict; readonly seen: string } | undefined =>
  facts
    .filter((fact) => fact.kind === 'check-made')
    .findLast((fact) => fact.check === 'preflight' && fact.patch === patch && fact.sha256 === sha256);
