import { newestVersion } from '../../../series/formerPatches.ts';
import { isResend } from '../../../series/patchSeries.ts';
import type { FormerVersion } from '../../../series/thread.ts';
import type { Checked, Finding, PreflightRule } from '../../rule.ts';
import { askThread } from '../versions/askThread.ts';
import { sampleThread } from '../versions/sampleThread.ts';

const PATIENCE = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: "Don't get discouraged - or impatient",
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Looks at the time since the newest former version, where that is known. */
const since = (look: (elapsed: number, checked: Checked, former: FormerVersion) => string | undefined) =>
  askThread((thread, checked): readonly Finding[] => {
    const newest = newestVersion(thread);
    const [patch] = checked.series.mails;
    if (!patch || newest?.date === undefined) return [];
    const elapsed = new Date(checked.facts.now).getTime() - new Date(newest.date).getTime();
    const what = elapsed < 0 ? undefined : look(elapsed, checked, newest);
    return what === undefined ? [] : [{ patch, what }];
  });

const agoText = (elapsed: number): string => {
  const [count, unit] =
    elapsed < HOUR
      ? [elapsed / 60_000, 'minute']
      : elapsed < 2 * DAY
        ? [elapsed / HOUR, 'hour']
        : [elapsed / DAY, 'day'];
  const whole = Math.max(1, Math.floor(count));
  return `${whole} ${unit}${whole === 1 ? '' : 's'} ago`;
};

const V1 = {};
const V2 = { subject: '[PATCH v2] mm: slub: Count the objects once' };
const RESEND = { subject: '[PATCH RESEND] mm: slub: Count the objects once' };
const later = (now: string) => ({ now: `2026-${now}T20:00:00.000Z` });

/** How long a series waits before it is sent again. */
export const pace: readonly PreflightRule[] = [
  {
    name: 'version-too-soon',
    title: 'a new version within a day',
    group: 'timing',
    severity: 'warning',
    sources: [{ ...PATIENCE, phrase: 'Wait for a minimum of one week' }],
    covers: [],
    why: 'Reviewers in other time zones have not read the last one; each version in a hurry makes them read twice.',
    next: 'Collect the comments of some days, then send one new version.',
    look: since((elapsed, checked, { series }) =>
      elapsed < DAY && !isResend(checked.series)
        ? `Version ${series.version} was sent ${agoText(elapsed)}.`
        : undefined,
    ),
    examples: [
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1], V2);
          },
        },
        finds: 'Version 1 was sent 2 hours ago',
      },
      {
        given: V2,
        facts: {
          ...later('11-25'),
          get thread() {
            return sampleThread([V1], V2);
          },
        },
      },
      { given: V2, unknown: 'Nothing was gathered' },
      { given: V1 },
    ],
  },
  {
    name: 'resend-too-soon',
    title: 'a resend before reviewers had time',
    group: 'timing',
    severity: 'warning',
    sources: [{ ...PATIENCE, phrase: 'Wait for a minimum of one week' }],
    covers: [],
    why: 'Comments usually take two or three weeks; a resend before that pushes your mail, not the review.',
    next: 'Wait until a couple of weeks have gone by, longer in the merge window; then resend or ask kindly.',
    look: since((elapsed, checked) =>
      elapsed < 7 * DAY && isResend(checked.series)
        ? `The same was sent ${agoText(elapsed)}; a week is the least.`
        : undefined,
    ),
    examples: [
      {
        given: RESEND,
        facts: {
          ...later('11-26'),
          get thread() {
            return sampleThread([V1], RESEND);
          },
        },
        finds: 'The same was sent 3 days ago',
      },
      {
        given: RESEND,
        facts: {
          ...later('12-08'),
          get thread() {
            return sampleThread([V1], RESEND);
          },
        },
      },
    ],
  },
];
