import { patchId } from '../patch/patchId.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { summaryOf } from './formerVersionOf.ts';
import type { PatchSeries } from './patchSeries.ts';
import type { FormerVersion, Thread } from './thread.ts';

/** The version sent last. */
export const newestVersion = ({ versions }: Thread): FormerVersion | undefined =>
  versions.reduce<FormerVersion | undefined>(
    (newest, one) => (newest === undefined || isNotOlder(one, newest) ? one : newest),
    undefined,
  );

const isNotOlder = (one: FormerVersion, other: FormerVersion): boolean =>
  one.date !== undefined && other.date !== undefined
    ? one.date >= other.date
    : one.series.version >= other.series.version;

/**
 * Which patch of a former version each patch of a series was: the one with the same change (git patch-id), else with the
 * same summary, else at the same place of a series as long. Each was only one.
 */
export const formerPatches = (
  series: PatchSeries,
  { series: former, patchIds }: FormerVersion,
  ids: readonly string[] = patchIdsOf(series),
): ReadonlyMap<PatchMail, PatchMail> => {
  const found = new Map<PatchMail, PatchMail>();
  const taken = new Set<PatchMail>();
  const match = (keyOf: (patch: PatchMail, index: number) => string, formerKey: typeof keyOf): void => {
    const open = new Map<string, PatchMail[]>();
    // Backwards, so that of several with one key the first is taken first.
    for (const [back, patch] of former.patches.toReversed().entries()) {
      const key = taken.has(patch) ? '' : formerKey(patch, former.patches.length - 1 - back);
      const others = open.get(key);
      if (others) others.push(patch);
      else if (key !== '') open.set(key, [patch]);
    }
    for (const [index, patch] of series.patches.entries()) {
      const before = found.has(patch) ? undefined : open.get(keyOf(patch, index))?.pop();
      if (!before) continue;
      found.set(patch, before);
      taken.add(before);
    }
  };
  match(
    (_patch, index) => ids[index] ?? '',
    (_patch, index) => patchIds[index] ?? '',
  );
  match(summaryOf, summaryOf);
  const place = (_patch: PatchMail, index: number): string => String(index);
  if (series.patches.length === former.patches.length) match(place, place);
  return found;
};

/** By git patch-id --stable, for each patch in order; empty where it has no diff. */
export const patchIdsOf = ({ patches }: PatchSeries): readonly string[] => patches.map((patch) => patchId(patch) ?? '');
