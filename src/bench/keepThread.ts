import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PatchMail } from '../core/patch/patchMail.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import { compareText } from '../core/std.ts';
import type { Host } from '../edge/host.ts';
import { readPatches } from '../gather/preflight/readPatches.ts';
import { contributionFolder } from './contributionFolder.ts';

const NAME = 'thread';

/** Puts what belongs to the series beside its versions, so that the next run needs nothing from the person. */
export const keepThread = (
  host: Pick<Host, 'folders' | 'trees' | 'writeVersion'>,
  id: string,
  mails: readonly PatchMail[],
): void => {
  const folder = contributionFolder(host, id);
  const files = mails.map(({ mail }) => asFile(mail.source)).toSorted((a, b) => compareText(a.name, b.name));
  const there = host.trees.exists(join(folder, NAME), '') ? host.trees.list(join(folder, NAME), '') : [];
  if (files.every(({ name }) => there.includes(name))) return;
  host.writeVersion(folder, NAME, files);
};

/** The same mail has the same name. */
const asFile = (source: readonly string[]) => {
  const bytes = Buffer.from(source.join('\n'), 'latin1');
  return { name: `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.eml`, bytes };
};

/** The mails that were kept in earlier runs, but for those that are named again. */
export const keptThread = async (
  host: Pick<Host, 'folders' | 'trees' | 'readBytes' | 'terminal' | 'cwd'>,
  id: string,
  named: readonly SourceFile[],
): Promise<readonly SourceFile[]> => {
  const folder = join(contributionFolder(host, id), NAME);
  if (!host.trees.exists(folder, '')) return [];
  const kept = await readPatches(host, [folder], { isThread: true });
  return kept.filter(({ source }) => !named.some((one) => one.source.includes(source.trimEnd())));
};
