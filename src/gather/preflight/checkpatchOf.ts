import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../../core/preflight/facts.ts';
import { notKnown } from '../../core/preflight/known.ts';
import type { PatchSeries } from '../../core/series/patchSeries.ts';
import type { Host } from '../../edge/host.ts';
import { shellCommand } from '../../edge/shellCommand.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { mailBytes } from './mailBytes.ts';

/** More would keep a person waiting for minutes. */
const MOST_CHECKED = 100;

/** What scripts/checkpatch.pl says of each patch; each mail becomes a file of its own for it. */
export const checkpatchOf = async (
  host: Pick<Host, 'checkpatchAll'>,
  { tree, content }: { tree: string; content: boolean },
  { patches }: PatchSeries,
): Promise<Facts['checkpatch']> => {
  const names = [...new Set(patches.map(({ mail }) => (mail.file === '-' ? 'PATCH' : mail.file)))];
  const settle = shellCommand(['perl', join(tree, 'scripts/checkpatch.pl'), '--strict', ...names.slice(0, 20)]);
  if (!content) return notKnown('scripts/checkpatch.pl was not asked.', settle);
  if (patches.length > MOST_CHECKED) {
    return notKnown(`scripts/checkpatch.pl was not asked about more than ${MOST_CHECKED} patches.`, settle);
  }
  return withTempFolder(async (folder) => {
    const files = patches.map((_, index) => join(folder, `${String(index + 1).padStart(4, '0')}.patch`));
    await Promise.all(patches.map((patch, index) => writeFile(files[index] ?? '', mailBytes(patch))));
    const said = await host.checkpatchAll(tree, files);
    // The files that it was asked about are gone by the time somebody reads this.
    return said.known || !said.settle.includes(folder) ? said : { ...said, settle };
  });
};
