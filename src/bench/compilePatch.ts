import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { CheckOrder, CheckStep } from './checkPatch.ts';

/** Compiles the file before and after the patch; what cannot be done here is unknown, with what would settle it. */
export async function* compilePatch(host: Pick<Host, 'git' | 'kbuild'>, order: CheckOrder): AsyncGenerator<CheckStep> {
  const { tree, patch, path } = order;
  const check = `compile ${path.replace(/\.c$/, '.o')}`;
  const after = await host.git.appliedTo(tree, path, patch);
  if (!after) {
    yield {
      kind: 'check',
      check: { check, verdict: 'unknown', seen: 'The patch does not fit, so there is nothing to compile.' },
    };
    return;
  }
  try {
    const preparing = host.kbuild.prepare(tree);
    let step = await preparing.next();
    for (; !step.done; step = await preparing.next()) yield { kind: 'progress', progress: step.value };
    yield { kind: 'progress', progress: { doing: `Compiling ${path} before and after the change` } };
    yield { kind: 'check', check: await host.kbuild.compile({ build: step.value, path, after }) };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const { what, why = '', next } = error.words;
    const details = why.split('\n').filter((line) => line.trim() !== '');
    yield {
      kind: 'check',
      check: { check, verdict: 'unknown', seen: what, details, ...(next === undefined ? {} : { settle: next }) },
    };
  }
}
