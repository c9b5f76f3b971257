import type { Check } from '../core/verdict.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { compilePatch } from './compilePatch.ts';
import { sha256 } from './composePatch.ts';
import { gateChecks } from './gateChecks.ts';
import { personalChecks } from './personalChecks.ts';

export interface CheckOrder {
  readonly tree: string;
  /** The patch file. */
  readonly patch: string;
  /** The one file of the tree that it changes. */
  readonly path: string;
  readonly compile: boolean;
}

/** A check that was made, or how far one has come. */
export type CheckStep =
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'progress'; readonly progress: Progress };

/** What only the person can add, then what the tools say, the quick ones first. Each check is a fact of the journal. */
export async function* checkPatch(
  host: Parameters<typeof gateChecks>[0] & Pick<Host, 'checkpatch' | 'kbuild' | 'readBytes'>,
  order: CheckOrder,
): AsyncGenerator<CheckStep> {
  const { tree, patch } = order;
  const bytes = host.readBytes(patch);
  const digest = sha256(bytes);
  const note = async (check: Check): Promise<CheckStep> => {
    const { check: name, verdict, seen } = check;
    await host.journal.append({ kind: 'check-made', patch, sha256: digest, check: name, verdict, seen });
    return { kind: 'check', check };
  };
  const own = personalChecks(Buffer.from(bytes).toString('utf8'));
  for (const check of own) yield await note(check);
  yield await note(await host.git.applyCheck(tree, patch));
  const isSigned = own.some(({ check, verdict }) => check === 'sign-off' && verdict === 'holds');
  const { check } = await host.checkpatch(tree, patch, isSigned ? [] : ['MISSING_SIGN_OFF']);
  yield await note(check);
  for (const one of await gateChecks(host, { tree, patch, bytes })) yield await note(one);
  if (!order.compile) return;
  for await (const step of compilePatch(host, order)) {
    yield step.kind === 'progress' ? step : await note(step.check);
  }
}
