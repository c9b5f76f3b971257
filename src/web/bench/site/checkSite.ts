import { checkPatch } from '../../../bench/checkPatch.ts';
import { compileSite } from '../../../bench/compileSite.ts';
import type { Check } from '../../../core/verdict.ts';
import type { Host } from '../../../edge/host.ts';
import type { Progress } from '../../../edge/progress.ts';
import type { Place } from './siteAddress.ts';

export interface CheckSiteOrder {
  readonly tree: string;
  readonly place: Place;
  /** Where one is written: all its checks are made, and noted in the journal. Else the edit alone is compiled. */
  readonly patch: string | undefined;
}

export async function* checkSite(
  host: Host,
  { tree, place, patch }: CheckSiteOrder,
): AsyncGenerator<Progress, readonly Check[], undefined> {
  if (patch === undefined) {
    const compiled = yield* compileSite(host, { tree, ...place });
    return compiled ? [compiled] : [];
  }
  const checks: Check[] = [];
  yield { doing: 'Asking git and checkpatch' };
  for await (const step of checkPatch(host, { tree, patch, path: place.path, compile: true })) {
    if (step.kind === 'progress') yield step.progress;
    else {
      checks.push(step.check);
      yield { doing: `${step.check.check}: ${step.check.verdict}` };
    }
  }
  return checks;
}
