import type { PatchSeries } from '../../../series/patchSeries.ts';
import { fixesLines } from '../trailers/fixesLine.ts';
import { callsItselfFix } from '../trailers/fixWithoutTag.ts';

/** Whether every patch mends something: has a Fixes tag, or says so in its summary. Documentation may come at any time. */
export const isFix = ({ patches }: PatchSeries): boolean =>
  patches.every(
    (patch) =>
      fixesLines(patch).length > 0
      || callsItselfFix(patch.subject.summary)
      || /\b(?:fix|revert|typo|maintainers)/i.test(patch.subject.summary)
      || (patch.diff.length > 0 && patch.diff.every(({ path }) => /^(?:Documentation|doc)\//.test(path))),
  );
