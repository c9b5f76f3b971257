import { patchId } from '../patch/patchId.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { formerPatches } from './formerPatches.ts';
import type { PatchSeries } from './patchSeries.ts';
import type { FormerVersion } from './thread.ts';

/** How the patches differ from those of a version, in a few words each. */
export const differences = (series: PatchSeries, former: FormerVersion): readonly string[] => {
  const pairs = formerPatches(series, former);
  const taken = new Set(pairs.values());
  const own = series.patches.flatMap((patch, index): readonly string[] => {
    const before = pairs.get(patch);
    if (!before) return [`patch ${index + 1} ("${patch.subject.summary}") is new`];
    if (patchId(before) !== patchId(patch)) return [`patch ${index + 1} has other code`];
    return wordsOf(before) === wordsOf(patch) ? [] : [`patch ${index + 1} has another message`];
  });
  const gone = former.series.patches
    .filter((patch) => !taken.has(patch))
    .map(({ subject }) => `"${subject.summary}" is gone`);
  return [...own, ...gone];
};

/** Without the trailers: those that were collected are no change of the person's own. */
const wordsOf = ({ subject, body }: PatchMail): string =>
  [subject.summary, ...body.map(({ text }) => text.trimEnd())].join('\n').trim();
