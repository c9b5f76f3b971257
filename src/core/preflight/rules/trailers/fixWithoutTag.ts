import { anyOf } from '../../anyOf.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { fixesLines } from './fixesLine.ts';
import { trailersNamed } from './trailersNamed.ts';

// Words that speak of a bug in code that runs; a fix of spelling, style or a warning brought no bug into a release.
const BUG = anyOf(
  /\bfix(?:e[sd])?\b(?!-)|\b(?:use[- ]after|double)[- ]free\b|\b(?:memory )?leaks?\b/,
  /\bnull pointer\b|\boops\b|\bdeadlock\b|\b(?:over|under)flow\b|\bout[- ]of[- ]bounds\b/,
  /\brace condition\b|\bcrash(?:es)?\b|\bregression\b|\bhang\b/,
);
const HARMLESS = anyOf(
  /\b(?:typos?|spelling|grammar|comments?|kernel-?doc|docs?|documentation|white ?space)\b/,
  /\b(?:indent(?:ation)?|coding style|style|formatting|alignment|cosmetic|checkpatch|sparse|warnings?)\b/,
  /\b(?:links?|build|tests?|selftests?|maintainers)\b/,
);
const REPORTED = /\b(?:KASAN|KMSAN|KCSAN|UBSAN|syzbot|syzkaller|Call Trace:)/;

/** Whether a patch calls itself the fix of a bug. */
export const callsItselfFix = (summary: string): boolean => BUG.test(summary) && !HARMLESS.test(summary);

/** A patch that reads like a fix and does not say of what. */
export const fixWithoutTag: readonly PreflightRule[] = [
  {
    name: 'fix-without-fixes-tag',
    title: 'reads like a bug fix and has no Fixes tag',
    group: 'trailers',
    severity: 'note',
    sources: [
      {
        file: 'Documentation/process/submitting-patches.rst',
        heading: 'Using Reported-by:, Tested-by:, Reviewed-by:, Suggested-by: and Fixes:',
        phrase: 'the preferred method for indicating a bug',
      },
      {
        file: 'doc/develop/sending_patches.rst',
        heading: 'Commit message conventions',
        phrase: 'briefly describe how things behaved before this commit',
      },
    ],
    covers: ['TAG-08'],
    why: 'The tag tells reviewers where the bug came from, and the stable team which releases need the fix.',
    next: 'Find the commit with git log -S or git blame, and add: Fixes: 12 digits ("its subject")',
    look: eachPatch((patch) => {
      const { summary, summaryAt, at, text } = patch.subject;
      if (fixesLines(patch).length > 0 || /^revert\b/i.test(summary)) return [];
      const report = patch.body.find(({ text: line }) => REPORTED.test(line));
      const stable = trailersNamed(patch, 'cc').some(({ value }) => /stable@(?:vger\.)?kernel\.org/.test(value));
      const word = BUG.exec(summary)?.[0];
      const seen = callsItselfFix(summary) ? `the summary says "${word}"` : stable ? 'it is for stable' : undefined;
      if (seen === undefined && report === undefined) return [];
      const what = `Does this fix a bug (${seen ?? 'it quotes a report of one'})? Then which commit brought it?`;
      if (seen === undefined && report) return [{ patch, line: report, what }];
      return [{ patch, line: { text, at }, span: [summaryAt, text.length], what }];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Fix a leak of the second list' }, finds: 'which commit brought it' },
      { given: { body: 'KASAN: slab-out-of-bounds in count' }, finds: 'it quotes a report' },
      {
        given: { trailers: ['Cc: stable@vger.kernel.org', 'Signed-off-by: A <a@a.example>'] },
        finds: 'it is for stable',
      },
      { given: { subject: '[PATCH] mm: slub: Fix typo in comment' } },
      { given: { subject: '[PATCH] mm: slub: Add prefix and fixed-point maths', body: 'Why.' } },
      { given: { subject: '[PATCH] mm: fix it', trailers: ['Fixes: 54a4f0239f2e ("mm: slub: Keep two lists")'] } },
      { given: {} },
    ],
  },
];
