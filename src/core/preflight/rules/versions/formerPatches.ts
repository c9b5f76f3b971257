import type { PatchMail } from '../../../patch/patchMail.ts';
import type { PatchSeries } from '../../../series/patchSeries.ts';
import type { FormerVersion, Thread } from '../../../series/thread.ts';

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

/** Which patch of a former version each patch of a series was: by summary, else by its place in a series as long. */
export const formerPatches = (series: PatchSeries, former: PatchSeries): ReadonlyMap<PatchMail, PatchMail> => {
  const bySummary = new Map(former.patches.map((patch) => [patch.subject.summary.toLowerCase(), patch]));
  const isAsLong = series.patches.length === former.patches.length;
  return new Map(
    series.patches.flatMap((patch, index) => {
      const found =
        bySummary.get(patch.subject.summary.toLowerCase()) ?? (isAsLong ? former.patches[index] : undefined);
      return found ? [[patch, found] as const] : [];
    }),
  );
};
