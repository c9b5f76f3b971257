import { resolve } from 'node:path';
import { patchKey } from '../core/preflight/patchKey.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import type { Host } from '../edge/host.ts';

/** Keeps what the person says about the tools that had a hand in these patches. */
export const stateTools = async (
  { journal }: Pick<Host, 'journal'>,
  series: readonly PatchSeries[],
  says: string,
): Promise<void> => {
  for (const mail of series.flatMap(({ patches }) => patches)) {
    const { file } = mail.mail;
    const patch = file === '-' ? file : resolve(file);
    await journal.append({ kind: 'tools-stated', patch, change: patchKey(mail), says: says.trim() });
  }
};
