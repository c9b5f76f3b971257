import { missingWhy } from '../core/patch/commitMessage.ts';
import type { Check } from '../core/verdict.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { compilePatch } from './compilePatch.ts';
import { sha256 } from './composePatch.ts';
import { gateChecks } from './gateChecks.ts';

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

/** The why, the sign-off and the author: nobody else can give them. */
const personalChecks = (mail: string): Check[] => {
  const [message = ''] = mail.split(/^---$/m);
  const from = /^From: (.*)$/m.exec(message)?.[1] ?? '';
  const isAuthored = !from.includes('you@example.com');
  return [
    message.includes(missingWhy)
      ? {
          check: 'the why',
          verdict: 'fails',
          seen: 'It is not written yet: only you can say why the change is needed.',
        }
      : { check: 'the why', verdict: 'holds', seen: 'It is written; whether it convinces is for a reader to say.' },
    /^Signed-off-by: .+ <.+>$/m.test(message)
      ? { check: 'sign-off', verdict: 'holds', seen: 'Signed off.' }
      : {
          check: 'sign-off',
          verdict: 'fails',
          seen: 'It is not signed off: that is your legal word, added with --signoff.',
        },
    ...(isAuthored
      ? []
      : [{ check: 'author', verdict: 'fails', seen: 'Git does not know your name and address.' } as const]),
  ];
};
