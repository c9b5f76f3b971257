import type { MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Checked, Finding, PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine } from './newUses.ts';

// Braces and the like stand everywhere; they tell nothing about where a line came from.
const isTelling = (text: string): boolean => text.replace(/\W+/g, '').length >= 6;

interface Taken {
  readonly earlier: PatchMail;
  readonly path: string;
  readonly line: MailedDiffLine;
  readonly count: number;
}

/** For each patch: lines that it removes although a patch before it in the series has just added them. */
const takenBack = function* ({ series }: Checked): Generator<readonly [PatchMail, Taken, isAll: boolean]> {
  const added = new Map<string, PatchMail>();
  for (const patch of series.patches) {
    const lines = patch.diff.flatMap(({ path, hunks }) =>
      hunks.flatMap((hunk) => hunk.lines.filter(({ mark }) => mark !== ' ').map((line) => ({ path, line }))),
    );
    const removed = lines.filter(({ line: { mark, text } }) => mark === '-' && isTelling(text));
    const [first, ...more] = removed.filter(({ path, line }) => added.has(`${path}\n${line.text}`));
    const earlier = first && added.get(`${first.path}\n${first.line.text}`);
    if (first && earlier)
      yield [patch, { earlier, ...first, count: more.length + 1 }, more.length + 1 === removed.length];
    for (const { path, line } of lines) {
      if (isTelling(line.text) && line.mark === '+') added.set(`${path}\n${line.text}`, patch);
      else added.delete(`${path}\n${line.text}`);
    }
  }
};

const saysFix = (patch: PatchMail): boolean =>
  /^(?:fixup|squash|amend)!/.test(patch.subject.summary)
  || /\b(?:fix|fixes|fixup|typos?)\b/i.test(patch.subject.summary);

const look = (checked: Checked): readonly Finding[] | undefined => {
  if (checked.series.patches.length < 2) return undefined;
  return [...takenBack(checked)].map(([patch, { earlier, path, line, count }, isAll]): Finding => {
    const isFix = isAll && saysFix(patch);
    const lines = count === 1 ? 'a line' : `${count} lines`;
    return {
      ...atLine(patch, path, line, { from: 0, to: line.text.length }),
      what: isFix
        ? `This fixes ${lines} that "${earlier.subject.summary}" adds in the same series.`
        : `This changes ${lines} that "${earlier.subject.summary}" adds: could that patch add the final form?`,
      severity: isFix ? 'error' : 'note',
    };
  });
};

const adds = {
  subject: '[PATCH 1/2] mm: add a count',
  diff: exampleDiff('mm/slub.c', [' {', '+\tint cuont = 0;', ' }']),
};
const mends = exampleDiff('mm/slub.c', [' {', '-\tint cuont = 0;', '+\tint count = 0;', ' }']);

/** Patches that mend what their own series has just brought. */
export const laterMended: readonly PreflightRule[] = [
  {
    name: 'mended-in-the-same-series',
    title: 'a patch changes what an earlier one of the series adds',
    group: 'content',
    severity: 'note',
    sources: [
      {
        file: 'Documentation/process/5.Posting.rst',
        heading: 'Patch preparation',
        phrase: 'not the path you took to get',
      },
      {
        file: 'doc/develop/sending_patches.rst',
        heading: 'General Patch Submission Rules',
        phrase: 'exactly one complete logical change',
      },
    ],
    covers: ['CHG-08', 'SER-02'],
    why: 'Reviewers read the first form in vain, and whoever bisects lands on the broken one.',
    next: 'Put it into the earlier patch: `git commit --fixup=COMMIT`, then `git rebase -i --autosquash BASE`.',
    look,
    examples: [
      { given: [adds, { subject: '[PATCH 2/2] mm: fix a typo', diff: mends }], finds: 'This fixes a line' },
      { given: [adds, { subject: '[PATCH 2/2] mm: count twice', diff: mends }], finds: 'could that patch' },
      { given: [adds, { subject: '[PATCH 2/2] mm: fix the sum' }] },
      { given: { subject: '[PATCH] mm: fix a typo', diff: mends } },
    ],
  },
];
