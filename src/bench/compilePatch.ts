import type { Host } from '../edge/host.ts';
import type { CheckOrder, CheckStep } from './checkPatch.ts';
import { compileChange, compileName } from './compileChange.ts';

/** Compiles the file before and after the patch. */
export async function* compilePatch(host: Pick<Host, 'git' | 'kbuild'>, order: CheckOrder): AsyncGenerator<CheckStep> {
  const { tree, patch, path } = order;
  const after = await host.git.appliedTo(tree, path, patch);
  if (!after) {
    const seen = 'The patch does not fit, so there is nothing to compile.';
    yield { kind: 'check', check: { check: compileName(path), verdict: 'unknown', seen } };
    return;
  }
  const working = compileChange(host, { tree, path, after });
  let step = await working.next();
  for (; !step.done; step = await working.next()) yield { kind: 'progress', progress: step.value };
  yield { kind: 'check', check: step.value };
}
