import { resolve } from 'node:path';
import { allRules } from '../core/preflight/allRules.ts';
import { patchKey } from '../core/preflight/patchKey.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** Keeps a person's reason why a rule does not count for these patches. Throws Trouble `input` without a rule or reason. */
export const turnOffRule = async (
  { journal, command }: Pick<Host, 'journal' | 'command'>,
  series: readonly PatchSeries[],
  { rule, because }: { rule: string; because: string | undefined },
): Promise<void> => {
  if (!/^checkpatch:[A-Z0-9_]+$/.test(rule) && !allRules.some(({ name }) => name === rule)) {
    throw new Trouble('input', { what: `There is no rule ${rule}.`, next: `${command} check --rules lists them.` });
  }
  if (because === undefined || because.trim() === '') {
    throw new Trouble('input', {
      what: `Why does ${rule} not count here?`,
      why: 'A reviewer may ask, and so may you in three weeks: the reason is kept in the journal.',
      next: `Say it with --because "…"; ${command} explain ${rule} has what speaks for the rule.`,
    });
  }
  for (const mail of series.flatMap(({ mails }) => mails)) {
    const { file } = mail.mail;
    const patch = file === '-' ? file : resolve(file);
    await journal.append({ kind: 'rule-turned-off', patch, change: patchKey(mail), rule, because: because.trim() });
  }
};
