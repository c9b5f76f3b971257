import { formerPatches, newestVersion } from '../../../series/formerPatches.ts';
import { likeness } from '../../../series/likeness.ts';
import { isResend, isRfc } from '../../../series/patchSeries.ts';
import type { FormerVersion } from '../../../series/thread.ts';
import type { Checked, Finding, PreflightRule } from '../../rule.ts';
import { askThread } from './askThread.ts';
import { sampleThread } from './sampleThread.ts';

const FORM = { file: 'Documentation/process/submitting-patches.rst', heading: 'The canonical patch format' };
const PATIENCE = { ...FORM, heading: "Don't get discouraged - or impatient" };
const UBOOT = { file: 'doc/develop/sending_patches.rst', heading: 'Sending updated patch versions' };

const onFirst = ({ series }: Checked, what: string): readonly Finding[] => {
  const [patch] = series.mails;
  if (!patch) return [];
  const end = patch.subject.summaryAt;
  return [{ patch, line: { text: patch.subject.text, at: patch.subject.at }, span: [0, end], what }];
};

const when = ({ date, series }: FormerVersion): string => {
  const { subject, messageId } = series.mails[0] ?? {};
  return `"${subject?.text ?? ''}"${date === undefined ? '' : ` of ${date.slice(0, 10)}`}${messageId ? ` <${messageId}>` : ''}`;
};

const sameNumber = askThread(({ versions }, checked) => {
  const { series } = checked;
  if (isResend(series)) return [];
  const twin = versions.findLast((one) => one.series.version === series.version && isRfc(one.series) === isRfc(series));
  return twin ? onFirst(checked, `This was sent before with the same number: ${when(twin)}.`) : [];
});

const skipped = askThread((thread, checked) => {
  const highest = Math.max(0, ...thread.versions.map(({ series }) => series.version));
  const { version } = checked.series;
  if (highest === 0 || version <= highest + 1) return [];
  return onFirst(
    checked,
    `This is version ${version}; was there one between it and version ${highest}, the last one in the thread?`,
  );
});

const changedResend = askThread((thread, checked): readonly Finding[] => {
  const { series } = checked;
  const newest = newestVersion(thread);
  if (!isResend(series) || !newest) return [];
  const former = formerPatches(series, newest);
  return series.patches.flatMap((patch): readonly Finding[] => {
    const before = former.get(patch);
    if (before && likeness(patch, before) === 1) return [];
    const { text, at, marks } = patch.subject;
    const mark = marks.find((one) => /^resend$/i.test(one)) ?? '';
    const from = Math.max(0, text.indexOf(mark));
    const what = before ? 'This patch is not what was sent before.' : `${when(newest)} had no such patch.`;
    return [{ patch, line: { text, at }, span: [from, from + mark.length], what }];
  });
});

const V1 = {};
const V2 = { subject: '[PATCH v2] mm: slub: Count the objects once' };
const RESEND = { subject: '[PATCH RESEND] mm: slub: Count the objects once' };
const RFC = { subject: '[RFC PATCH] mm: slub: Count the objects once' };
const OTHER = 'diff --git a/mm/slub.c b/mm/slub.c\n--- a/mm/slub.c\n+++ b/mm/slub.c\n@@ -1 +1 @@\n-int a;\n+int b;';

/** The number in the brackets, against what was sent before. */
export const versionNumber: readonly PreflightRule[] = [
  {
    name: 'version-number-used-before',
    title: 'an earlier posting has the same version number',
    group: 'versions',
    severity: 'error',
    sources: [
      { ...FORM, phrase: 'multiple versions of the patch have been sent' },
      { ...UBOOT, phrase: 'note that this is a re-submission' },
    ],
    covers: ['SUB-08'],
    why: 'Two different patches with one name: reviewers and tools take the wrong one.',
    next: 'Give it the next number: git format-patch -v2 … (b4 prep does it by itself). Nothing changed? Then [PATCH RESEND].',
    look: sameNumber,
    examples: [
      {
        given: V1,
        facts: {
          get thread() {
            return sampleThread([V1], V1);
          },
        },
        finds: 'sent before with the same number',
      },
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1], V2);
          },
        },
      },
      {
        given: V1,
        facts: {
          get thread() {
            return sampleThread([RFC], V1);
          },
        },
      },
      {
        given: RESEND,
        facts: {
          get thread() {
            return sampleThread([V1], RESEND);
          },
        },
      },
      { given: V2, unknown: 'Nothing was gathered' },
      { given: V1 },
    ],
  },
  {
    name: 'version-number-skipped',
    title: 'a version number is left out',
    group: 'versions',
    severity: 'note',
    sources: [
      { ...FORM, phrase: 'multiple versions of the patch have been sent' },
      { ...UBOOT, phrase: 'note that this is a re-submission' },
    ],
    covers: ['SUB-08'],
    why: 'Reviewers look for the version in between, and for what they said about it.',
    next: 'If none was sent, take the next number: git format-patch -v2 … If one was, name its mail below the ---.',
    look: skipped,
    examples: [
      {
        given: { subject: '[PATCH v4] mm: slub: Count the objects once' },
        facts: {
          get thread() {
            return sampleThread([V1, V2], { subject: '[PATCH v4] mm: slub: Count the objects once' });
          },
        },
        finds: 'between it and version 2',
      },
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1], V2);
          },
        },
      },
    ],
  },
  {
    name: 'resend-modified',
    title: 'a RESEND that is not what was sent',
    group: 'versions',
    severity: 'error',
    sources: [{ ...PATIENCE, phrase: 'Don\'t add "RESEND" when you are submitting' }],
    covers: ['SUB-09'],
    why: 'RESEND tells reviewers that they need not read it again; a change in it goes unseen.',
    next: 'Send it as the next version, with a list of what changed: git format-patch -v2 …',
    look: changedResend,
    examples: [
      {
        given: { ...RESEND, diff: OTHER },
        facts: {
          get thread() {
            return sampleThread([V1], { ...RESEND, diff: OTHER });
          },
        },
        finds: 'not what was sent before',
      },
      {
        given: RESEND,
        facts: {
          get thread() {
            return sampleThread([V1], RESEND);
          },
        },
      },
      { given: RESEND, unknown: 'Nothing was gathered' },
    ],
  },
];
