import { createHash } from 'node:crypto';
import type { Contribution } from '../core/journal/contributions.ts';
import type { Host } from '../edge/host.ts';
import type { SeriesWork } from './seriesWork.ts';

/** What a change-id is made from, beside the person and the tree. */
export interface NewChange {
  readonly patchIds: readonly string[];
  /** Of the first patch. */
  readonly summary: string | undefined;
  /** What was prepared before. */
  readonly known: readonly Contribution[];
}

/**
 * As b4 makes them: the day, what it is about, and twelve digits that nobody else has. The same patches have the same one,
 * until their first version has a successor: from then on it stays as it is, and what is new is another contribution.
 */
export const newChangeId = (
  host: Pick<Host, 'now' | 'personalSeed'>,
  { tree, branch }: Pick<SeriesWork, 'tree' | 'branch'>,
  { patchIds, summary, known }: NewChange,
): string => {
  const day = host.now().toISOString().slice(0, 10).replaceAll('-', '');
  const topic = branch === undefined || /^(?:master|main)$/.test(branch) ? summary : branch;
  const slug = (topic ?? 'series')
    .replace(/^b4\//, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const gone = new Set(known.filter(({ versions }) => versions.length > 1).map(({ id }) => id));
  const about = [host.personalSeed(), tree, ...patchIds];
  const idAfter = (others: readonly string[]): string =>
    `${day}-${slug}-${createHash('sha256')
      .update([...about, ...others].join('\n'))
      .digest('hex')
      .slice(0, 12)}`;
  const before: string[] = [];
  while (gone.has(idAfter(before))) before.push(idAfter(before));
  return idAfter(before);
};
