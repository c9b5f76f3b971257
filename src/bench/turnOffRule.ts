import { resolve } from 'node:path';
import { patchKey } from '../core/preflight/patchKey.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { SeriesChecked } from './checkSeries.ts';

/**
 * Keeps a person's reason why a rule does not count for these patches. Throws Trouble `input` without a reason, and for
 * a rule that there is not.
 */
export const turnOffRule = async (
  { journal, command }: Pick<Host, 'journal' | 'command'>,
  checked: readonly SeriesChecked[],
  { rule, because }: { rule: string; because: string | undefined },
): Promise<void> => {
  const { allRules } = await import('../core/preflight/allRules.ts');
  // What checkpatch knows changes with the tree: only what it has said of this patch can be turned off.
  const said = checked.flatMap(({ result }) => result.problems.map((problem) => problem.rule));
  if (!said.includes(rule) && !allRules.some(({ name }) => name === rule)) {
    throw new Trouble('input', { what: `There is no rule ${rule}.`, next: `${command} check --rules lists them.` });
  }
  if (because === undefined || because.trim() === '') {
    throw new Trouble('input', {
      what: `Why does ${rule} not count here?`,
      why: 'A reviewer may ask, and so may you in three weeks: the reason is kept in the journal.',
      next: `Say it with --because "…"; ${command} explain ${rule} has what speaks for the rule.`,
    });
  }
  for (const mail of checked.flatMap(({ series }) => series.mails)) {
    const { file } = mail.mail;
    const patch = file === '-' ? file : resolve(file);
    await journal.append({ kind: 'rule-turned-off', patch, change: patchKey(mail), rule, because: because.trim() });
  }
};
