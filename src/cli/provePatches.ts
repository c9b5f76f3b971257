import type { CheckOrder } from '../bench/checkPatch.ts';
import { compilePatch } from '../bench/compilePatch.ts';
import { sha256 } from '../bench/composePatch.ts';
import type { WrittenPart } from '../bench/writePatches.ts';
import type { Check } from '../core/verdict.ts';
import { checkLines } from './checkLines.ts';
import type { Face } from './face.ts';
import { phases } from './phases.ts';
import { sayChecks } from './sayChecks.ts';

/** The checks of each patch, by its file. Each of a patch's files is compiled; what holds of all of it is asked once. */
export const provePatches = async (
  face: Face,
  tree: string,
  patches: readonly WrittenPart[],
): Promise<ReadonlyMap<string, readonly Check[]>> => {
  const proved = new Map<string, Check[]>();
  for (const { patch, subject, sites } of patches) {
    if (!face.json) {
      face.say();
      face.say(face.paint('soft', subject));
    }
    const checks: Check[] = [];
    const [first, ...others] = new Set(sites.map(({ path }) => path));
    if (first !== undefined) checks.push(...(await sayChecks(face, { tree, patch, path: first, compile: true })));
    for (const path of others) checks.push(...(await sayCompile(face, { tree, patch, path, compile: true })));
    proved.set(patch, checks);
  }
  return proved;
};

const sayCompile = async (face: Face, order: CheckOrder): Promise<Check[]> => {
  const checks: Check[] = [];
  const tell = phases(face);
  const digest = sha256(face.host.readBytes(order.patch));
  for await (const step of compilePatch(face.host, order)) {
    if (step.kind === 'progress') tell(step.progress);
    else {
      const { check, verdict, seen } = step.check;
      await face.host.journal.append({ kind: 'check-made', patch: order.patch, sha256: digest, check, verdict, seen });
      checks.push(step.check);
      if (!face.json) for (const line of checkLines(step.check, face)) face.say(line);
    }
  }
  return checks;
};
