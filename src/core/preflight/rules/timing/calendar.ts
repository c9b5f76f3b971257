import { isRfc } from '../../../series/patchSeries.ts';
import type { Calendar } from '../../facts.ts';
import { known } from '../../known.ts';
import type { Checked, Finding, Looked, PreflightRule } from '../../rule.ts';
import { staleTree } from '../../staleTree.ts';
import { isFix } from './isFix.ts';

const PICTURE = { file: 'Documentation/process/2.Process.rst', heading: 'The big picture' };
const PATIENCE = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: "Don't get discouraged - or impatient",
};
const PREPARATION = { file: 'Documentation/process/5.Posting.rst', heading: 'Patch preparation' };
const UBOOT = { file: 'doc/develop/process.rst', heading: 'Stabilization Period' };

const LATE = 6;

const askCalendar =
  (look: (calendar: Calendar, checked: Checked) => string | undefined) =>
  (checked: Checked): Looked => {
    const { calendar } = checked.facts;
    if (!calendar.known) return { unknown: calendar.because, settle: calendar.settle };
    const [patch] = checked.series.mails;
    const what = look(calendar.value, checked);
    return patch && what !== undefined ? ([{ patch, what }] satisfies Finding[]) : [];
  };

/** The same of a tree that was fetched lately: an old one does not know what week it is. */
const askCurrent =
  (look: Parameters<typeof askCalendar>[0]) =>
  (checked: Checked): Looked => {
    const { calendar } = checked.facts;
    return calendar.known && calendar.value.isStale ? staleTree(calendar.value) : askCalendar(look)(checked);
  };

/** U-Boot numbers by the year; its merge window ends with -rc1, and with it the time for new code. */
const isLate = ({ tag, candidate }: Calendar): boolean =>
  candidate !== undefined && candidate >= (/^v20\d\d\./.test(tag) ? 1 : LATE);

const date = '2026-11-16T10:00:00.000Z';
const OPEN: Calendar = { tag: 'v6.12', date, isMergeWindow: true, isStale: false };
const RC7: Calendar = { tag: 'v6.12-rc7', date, isMergeWindow: false, candidate: 7, isStale: false };
const RC2: Calendar = { ...RC7, tag: 'v6.12-rc2', candidate: 2 };
const FIX = { subject: '[PATCH] mm: slub: Fix the count' };

/** Where the release is on its way. */
export const calendar: readonly PreflightRule[] = [
  {
    name: 'sent-in-merge-window',
    title: 'the merge window is open',
    group: 'timing',
    severity: 'note',
    sources: [{ ...PATIENCE, phrase: 'possibly longer during busy times like merge' }],
    covers: [],
    why: 'In these two weeks maintainers are busy with what was ready before; new work waits or is lost from sight.',
    next: 'Can it wait for -rc1? It usually comes two weeks after the release. A fix may go now.',
    look: askCurrent(({ isMergeWindow, tag }, checked) =>
      isMergeWindow && !isFix(checked.series) && !isRfc(checked.series)
        ? `The newest tag is ${tag}, so the merge window is open. Does this have to go out now?`
        : undefined,
    ),
    examples: [
      { given: {}, facts: { calendar: known(OPEN) }, finds: 'the merge window is open' },
      { given: FIX, facts: { calendar: known(OPEN) } },
      { given: {}, facts: { calendar: known(RC2) } },
      { given: {}, facts: { calendar: known({ ...OPEN, isStale: true }) }, unknown: 'v6.12' },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'feature-late-in-cycle',
    title: 'new work late in the cycle',
    group: 'timing',
    severity: 'note',
    sources: [
      { ...PICTURE, phrase: 'only patches which fix problems should be' },
      { ...UBOOT, phrase: 'only patches containing bug fixes get' },
    ],
    covers: [],
    why: 'Maintainers’ trees for the next release are about to close; what comes now is rarely read in time.',
    next: 'Send it now only if you can wait for an answer until after the next -rc1.',
    look: askCurrent((found, checked) =>
      isLate(found) && !isFix(checked.series) && !isRfc(checked.series)
        ? `The newest tag is ${found.tag}. Is this new work that can wait for the next cycle?`
        : undefined,
    ),
    examples: [
      { given: {}, facts: { calendar: known(RC7) }, finds: 'v6.12-rc7' },
      { given: {}, facts: { calendar: known({ ...RC2, tag: 'v2026.10-rc2' }) }, finds: 'v2026.10-rc2' },
      { given: FIX, facts: { calendar: known(RC7) } },
      { given: {}, facts: { calendar: known(RC2) } },
      { given: { subject: '[RFC PATCH] mm: slub: Count' }, facts: { calendar: known(RC7) } },
    ],
  },
  {
    name: 'tree-not-fetched-lately',
    title: 'the tree may be old',
    group: 'timing',
    severity: 'note',
    sources: [{ ...PREPARATION, phrase: 'should be based on the current mainline' }],
    covers: [],
    why: 'A patch for an old tree may not apply, or may mend what is mended already.',
    next: 'git fetch, then git rebase, and check again.',
    look: askCalendar(({ isStale, tag, date: of }) =>
      isStale ? `The newest tag is ${tag} of ${of.slice(0, 10)}. When was the tree fetched last?` : undefined,
    ),
    examples: [
      { given: {}, facts: { calendar: known({ ...RC2, isStale: true }) }, finds: 'When was the tree fetched' },
      { given: {}, facts: { calendar: known(RC2) } },
    ],
  },
];
