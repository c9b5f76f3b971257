import { type CheckOrder, checkPatch } from '../bench/checkPatch.ts';
import type { Check } from '../core/verdict.ts';
import { checkLines } from './checkLines.ts';
import type { Face } from './face.ts';
import { phases } from './phases.ts';

/** Makes the checks of a patch and says each as it is made; with --json they are only given back. */
export const sayChecks = async (face: Face, order: CheckOrder): Promise<Check[]> => {
  const checks: Check[] = [];
  const tell = phases(face);
  if (!face.json) face.say(face.paint('strong', 'What was checked'));
  for await (const step of checkPatch(face.host, order)) {
    if (step.kind === 'progress') tell(step.progress);
    else {
      checks.push(step.check);
      if (!face.json) for (const line of checkLines(step.check, face)) face.say(line);
    }
  }
  return checks;
};
