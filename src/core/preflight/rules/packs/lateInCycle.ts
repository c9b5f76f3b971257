import type { Checked, Looked } from '../../rule.ts';
import { staleTree } from '../../staleTree.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { isFix } from './saysFix.ts';

/** New code that is sent when its maintainers no longer take any for the next release. */
export const lateInCycle =
  ({ pack, last }: { readonly pack: string /** The last -rc at which it is in time. */; readonly last: number }) =>
  ({ series, facts }: Checked): Looked => {
    const patch = series.patches.find((one) => isPartlyOf(one, pack, facts));
    if (!patch || series.patches.some(isFix) || patch.subject.isRfc) return undefined;
    const { calendar } = facts;
    if (!calendar.known) return { unknown: calendar.because, settle: calendar.settle };
    if (calendar.value.isStale) return staleTree(calendar.value);
    const { candidate, isMergeWindow, tag } = calendar.value;
    if (!isMergeWindow && (candidate ?? 0) <= last) return [];
    const when = isMergeWindow ? `the merge window is open (${tag})` : `the cycle is at -rc${candidate}`;
    return [{ patch, what: `Can this wait for the cycle after? New code is asked for by -rc${last}, and ${when}.` }];
  };
