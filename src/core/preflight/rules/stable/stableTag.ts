import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Trailer } from '../../../patch/trailer.ts';
import { isLater, releaseOf } from '../../../tree/calendar.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { editLines } from '../trailers/editLines.ts';
import { fixesLines } from '../trailers/fixesLine.ts';
import { trailerLine, valueSpan } from '../trailers/trailersNamed.ts';
import { stableTags } from './stableTags.ts';

const STABLE = 'Documentation/process/stable-kernel-rules.rst';
const RULES = { file: STABLE, heading: 'Everything you ever wanted to know about Linux -stable releases' };
const OPTION_1 = { file: STABLE, heading: 'Option 1' };
const CHECKPATCH = { file: 'Documentation/dev-tools/checkpatch.rst', heading: 'Commit message' };
const RECIPIENTS = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: 'Select the recipients for your patch',
};
const REGRESSIONS = {
  file: 'Documentation/process/handling-regressions.rst',
  heading: "What's important when fixing regressions",
};

const WELL = /^<?(stable@vger\.kernel\.org|stable@kernel\.org|stable\+noautosel@kernel\.org)>?(?:\s*#.*)?$/i;

const malformed = eachPatch((patch) =>
  stableTags(patch)
    .filter(({ value }) => !WELL.test(value.trim()))
    .map((trailer): Finding => {
      const put = tidied(trailer);
      const line = trailerLine(trailer);
      const mend =
        put === undefined ? undefined : editLines(patch, 'Write the stable tag in its form', [{ line, put: [put] }]);
      return {
        patch,
        line,
        span: valueSpan(trailer),
        what: `"${trailer.value}" is not a form that the stable team reads.`,
        ...mend,
      };
    }),
);

/** Only where the address is right, and what is around it is a comment or the name "stable". */
const tidied = ({ value, lines }: Trailer): string | undefined => {
  const [, name = '', address, rest = ''] =
    /^([^<>@]{0,80}?)<?(stable@(?:vger\.)?kernel\.org)>?\s*(.{0,200})$/i.exec(value.trim()) ?? [];
  if (address === undefined || lines.length > 1 || !/^\W*(?:(?:linux|kernel)[- ])?(?:stable)?\W*$/i.test(name))
    return undefined;
  const comment = rest.replace(/^[\s#([]+|[\s)\]]+$/g, '');
  return `Cc: ${address.toLowerCase()}${comment === '' ? '' : ` # ${comment}`}`;
};

const noReason = eachPatch((patch) =>
  stableTags(patch)
    .filter(({ value }) => /stable\+noautosel@/i.test(value) && !/#\s*\S/.test(value))
    .map((trailer) => ({
      patch,
      line: trailerLine(trailer),
      span: valueSpan(trailer),
      what: 'The tag gives no reason.',
    })),
);

const LONGEST = 100;

const tooLong = eachPatch((patch): readonly Finding[] => {
  const [tag] = stableTags(patch);
  if (!tag || /noautosel/i.test(tag.value)) return [];
  const lines = patch.diff.reduce((sum, { hunks }) => sum + hunks.reduce((all, hunk) => all + hunk.lines.length, 0), 0);
  if (lines <= LONGEST) return [];
  return [
    { patch, line: trailerLine(tag), what: `The diff has ${lines} lines with context; stable takes ${LONGEST}.` },
  ];
});

const TRIVIAL =
  /\b(?:typos?|spelling|white ?space|clean ?-?ups?|coding style|cosmetic|theoretical(?:ly)?|kernel-?doc|indent(?:ation)?)\b/i;

const trivial = eachPatch((patch): readonly Finding[] => {
  const [tag] = stableTags(patch);
  const line = [{ text: patch.subject.text, at: patch.subject.at }, ...patch.body].find(({ text }) =>
    TRIVIAL.test(text),
  );
  const word = line && TRIVIAL.exec(line.text);
  if (!tag || !line || !word) return [];
  const span = [word.index, word.index + word[0].length] as const;
  return [
    { patch, line, span, what: `It is for stable, and the message speaks of "${word[0]}". Which bug do users meet?` },
  ];
});

/** A fix of a commit that a release has. */
const notAsked = (checked: Checked): Looked => {
  const fixes = checked.series.patches.flatMap((patch) => {
    const lines = stableTags(patch).length > 0 ? [] : fixesLines(patch).filter(({ digits }) => digits !== '');
    return lines.map((line) => ({ patch, ...line }));
  });
  if (fixes.length === 0) return undefined;
  const { commits, calendar } = checked.facts;
  if (!commits.known) return { unknown: commits.because, settle: commits.settle };
  const newest = calendar.known ? calendar.value.tag : undefined;
  return fixes.flatMap(({ patch, line, digits, digitsAt }): readonly Finding[] => {
    const release = outIn(commits.value.get(digits.toLowerCase())?.release, newest);
    if (release === undefined) return [];
    const what = `The bug is in ${release}. Should the fix go to the stable releases?`;
    return [{ patch, line, span: [digitsAt, digitsAt + digits.length], what }];
  });
};

/** The release that has what a tag has: most commits come with a candidate, whose release may not be out yet. */
const outIn = (tag: string | undefined, newest: string | undefined): string | undefined => {
  const [first, last] = [releaseOf(tag ?? ''), releaseOf(newest ?? '')];
  if (!first) return tag;
  const { major, minor, candidate } = first;
  const isOut = candidate === undefined || (last !== undefined && isLater(last, { major, minor, candidate: 999 }));
  return isOut ? `v${major}.${minor}` : undefined;
};

const asMailOnly = ({ series }: Checked): Looked => {
  const isStable = ({ address }: { readonly address: string }): boolean => /^stable@vger\.kernel\.org$/i.test(address);
  return series.patches.flatMap((patch): readonly Finding[] => {
    const header = [...patch.to, ...patch.cc].find(isStable);
    if (!header || stableTags(patch).length > 0 || isBackport(patch)) return [];
    return [{ patch, what: `${header.address} gets a copy, but the patch has no tag for stable.` }];
  });
};

const isBackport = ({ message, subject }: PatchMail): boolean =>
  subject.trees.length > 0 || message.slice(0, 5).some(({ text }) => /\bupstream\b/i.test(text));

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const given = (...trailers: readonly string[]) => ({ trailers: [...trailers, SIGNED] });
const CC = 'Cc: stable@vger.kernel.org';
const LONG = `diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -0,0 +1,101 @@\n${'+int a;\n'.repeat(101)}`;
const FIXES = 'Fixes: 54a4f0239f2e ("mm: slub: Keep two lists")';
const commits = (release: string) => known(new Map([['54a4f0239f2e', { found: 'one' as const, release }]]));

const at = (tag: string) => known({ tag, date: '2025-01-01T00:00:00Z', isMergeWindow: false, isStale: false });

/** The tag that asks for a backport. */
export const stableTag: readonly PreflightRule[] = [
  {
    name: 'stable-tag-malformed',
    title: 'the stable tag is not in its form',
    group: 'trailers',
    severity: 'warning',
    sources: [
      { ...CHECKPATCH, phrase: 'The email format for stable is incorrect' },
      { ...OPTION_1, phrase: 'add this tag in the sign-off area' },
    ],
    covers: ['STB-05', 'STB-01'],
    why: 'Scripts collect these tags; one they cannot read means that users do not get the fix.',
    next: 'Write: Cc: stable@vger.kernel.org # 6.6+   (the part from # on only if it is needed)',
    look: malformed,
    examples: [
      { given: given('Cc: Stable Team <stable@vger.kernel.org>'), finds: 'not a form' },
      { given: given('Cc: stable@vger.kernel.org [5.10+]'), finds: 'not a form' },
      { given: given('Cc: stable <stable@vger.org>'), finds: 'not a form' },
      { given: given(CC, 'Cc: <stable@vger.kernel.org> # 3.3.x: a1f84a3: sched: Check', 'Cc: stable@kernel.org') },
      { given: given('Cc: Stan Stable <stan@stable.example>') },
    ],
  },
  {
    name: 'noautosel-without-reason',
    title: 'kept away from stable without a reason',
    group: 'trailers',
    severity: 'error',
    sources: [{ ...OPTION_1, phrase: 'reason goes here, and must be present' }],
    covers: ['STB-06'],
    why: 'The stable team will ask, because a fix that is held back looks like a mistake.',
    next: 'Write the reason behind a #: Cc: <stable+noautosel@kernel.org> # needs the new locking',
    look: noReason,
    examples: [
      { given: given('Cc: <stable+noautosel@kernel.org>'), finds: 'gives no reason' },
      { given: given('Cc: <stable+noautosel@kernel.org> # needs the new locking') },
    ],
  },
  {
    name: 'too-long-for-stable',
    title: 'longer than stable takes',
    group: 'content',
    severity: 'warning',
    sources: [{ ...RULES, phrase: 'cannot be bigger than 100 lines' }],
    covers: ['STB-02'],
    why: 'Long changes break old releases in ways that nobody sees in time.',
    next: 'Make the fix smaller: leave clean-ups for a later patch without the tag.',
    look: tooLong,
    examples: [
      { given: { ...given(CC), diff: LONG }, finds: 'has 101 lines' },
      { given: given(CC) },
      { given: { diff: LONG } },
    ],
  },
  {
    name: 'trivial-for-stable',
    title: 'for stable, though it may help no user',
    group: 'trailers',
    severity: 'note',
    sources: [
      { ...RULES, phrase: 'fixes without benefit for users' },
      { ...RULES, phrase: 'cannot contain any "trivial" fixes in it', olderThan: '6.12' },
    ],
    covers: ['STB-03'],
    why: 'Each patch in a stable release is a risk for everybody who updates.',
    next: 'Say in the message what users see, or drop the stable tag.',
    look: trivial,
    examples: [
      { given: { ...given(CC), subject: '[PATCH] mm: slub: Clean up the loop' }, finds: 'speaks of "Clean up"' },
      { given: { ...given(CC), body: 'There is a theoretical race.' }, finds: '"theoretical"' },
      { given: given(CC) },
      { given: { subject: '[PATCH] mm: slub: Fix a typo' } },
    ],
  },
  {
    name: 'stable-tag-missing',
    title: 'fixes a released bug and has no stable tag',
    group: 'trailers',
    severity: 'note',
    sources: [
      { ...REGRESSIONS, phrase: 'explicitly mark the fix for backporting' },
      { ...RECIPIENTS, phrase: 'fix a severe bug in a released' },
    ],
    covers: ['STB-01', 'REG-02'],
    why: 'The Fixes tag alone does not promise that the stable team takes it.',
    next: 'If users of that release meet the bug, add above your sign-off: Cc: stable@vger.kernel.org',
    look: notAsked,
    examples: [
      { given: given(FIXES), facts: { commits: commits('v6.1') }, finds: 'The bug is in v6.1' },
      { given: given(FIXES), facts: { commits: commits('v6.13-rc2') } },
      {
        given: given(FIXES),
        facts: { commits: commits('v6.13-rc2'), calendar: at('v6.15-rc1') },
        finds: 'The bug is in v6.13',
      },
      { given: given(FIXES), facts: { commits: commits('v6.13-rc2'), calendar: at('v6.13-rc7') } },
      { given: given(FIXES, CC), facts: { commits: commits('v6.1') } },
      { given: given(FIXES), unknown: 'Nothing was gathered' },
      { given: {} },
    ],
  },
  {
    name: 'stable-as-mail-only',
    title: 'the stable list gets a mail, but there is no tag',
    group: 'recipients',
    severity: 'note',
    sources: [{ ...RECIPIENTS, phrase: 'note, NOT an email recipient' }],
    covers: ['RCP-07'],
    why: 'The stable team acts when the patch is in mainline, and finds it there by its tag.',
    next: 'Should it be backported? Then add to the tags: Cc: stable@vger.kernel.org, and drop the list from the recipients.',
    look: asMailOnly,
    examples: [
      { given: { headers: { Cc: 'stable@vger.kernel.org' } }, finds: 'has no tag for stable' },
      { given: { ...given(CC), headers: { Cc: 'stable@vger.kernel.org' } } },
      { given: { subject: '[PATCH 6.6.y] mm: x', headers: { To: 'stable@vger.kernel.org' } } },
      { given: {} },
    ],
  },
];
