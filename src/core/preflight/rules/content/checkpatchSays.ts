import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { answeredElsewhere } from '../../answeredElsewhere.ts';
import type { CheckpatchProblem } from '../../checkpatchProblem.ts';
import { known } from '../../known.ts';
import type { Checked, Finding, Looked, PreflightRule, Severity } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { mailLine } from './mailLine.ts';

const LEVELS: Readonly<Record<CheckpatchProblem['severity'], Severity>> = {
  error: 'warning',
  warning: 'warning',
  check: 'note',
};

// With these no file of an accepted patch is left: the rest of checkpatch's errors are "very likely", not sure.
const SURE: ReadonlySet<string> = new Set(['NOT_UNIFIED_DIFF']);

// Warnings that ask something, or that are a matter of taste by their own words.
const ASKS: ReadonlySet<string> = new Set([
  'FILE_PATH_CHANGES',
  'LONG_LINE_COMMENT',
  'LONG_LINE_STRING',
  'NEW_TYPEDEFS',
  'REPEATED_WORD',
  'SPLIT_STRING',
]);

const severityOf = (problem: CheckpatchProblem, patch: PatchMail): Severity => {
  if (SURE.has(problem.type)) return patch.diff.length === 0 ? 'error' : 'note';
  return ASKS.has(problem.type) ? 'note' : LEVELS[problem.severity];
};

/** The line of the mail that checkpatch means; it counts those of the patch file, which is the mail as it stands. */
const meant = (problem: CheckpatchProblem, patch: PatchMail): TextLine | undefined => {
  if (problem.line === undefined) return undefined;
  const at = patch.mail.at + problem.line - 1;
  const text = mailLine(patch, at)?.text ?? patch.mail.source[problem.line - 1];
  return text === undefined ? undefined : { text, at };
};

/** Of a line that is too long, what is beyond; of others the whole line without its mark. */
const startOf = ({ text: says }: CheckpatchProblem, text: string): number => {
  const mark = /^[-+]/.test(text) ? 1 : 0;
  const most = Number(/exceeds (\d+) columns/.exec(says)?.[1] ?? Number.NaN);
  if (Number.isNaN(most)) return mark;
  let column = 0;
  for (let at = mark; at < text.length; at++) {
    if (column >= most) return at;
    column += text[at] === '\t' ? 8 - (column % 8) : 1;
  }
  return mark;
};

const findingOf = (problem: CheckpatchProblem, patch: PatchMail): Finding => {
  const line = meant(problem, patch);
  return {
    patch,
    type: problem.type,
    severity: severityOf(problem, patch),
    ...(line && { line, span: [startOf(problem, line.text), line.text.length] as const }),
    ...(problem.place && { path: problem.place.file, treeLine: problem.place.line }),
    what: problem.text.split('\n')[0] ?? '',
  };
};

const look = ({ series, facts }: Checked): Looked => {
  if (!facts.checkpatch.known) return { unknown: facts.checkpatch.because, settle: facts.checkpatch.settle };
  const said = facts.checkpatch.value;
  return series.patches.flatMap((patch, at) =>
    (said[at] ?? [])
      .filter((problem) => !answeredElsewhere(problem, facts.document))
      .map((problem) => findingOf(problem, patch)),
  );
};

const says = (type: string, text: string) => ({
  checkpatch: known([[{ severity: 'error' as const, type, line: 24, place: { file: 'mm/slub.c', line: 11 }, text }]]),
});

const spaced = { diff: exampleDiff('mm/slub.c', [' {', '+\tint a; ', ' }']) };

/** The tree's own scripts/checkpatch.pl, line by line. Each problem is shown by checkpatch's own name for it. */
export const checkpatchSays: readonly PreflightRule[] = [
  {
    name: 'checkpatch-objects',
    title: 'checkpatch --strict objects',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: 'Documentation/process/submitting-patches.rst',
        heading: 'Style-check your changes',
        phrase: 'Check your patches with the patch style checker',
      },
      {
        file: 'doc/develop/sending_patches.rst',
        heading: 'General Patch Submission Rules',
        phrase: 'Checkpatch is a tool that can help you',
      },
    ],
    covers: ['SER-12', 'SER-17', 'SER-25'],
    why: 'Maintainers run it too, often before they read; what is left in the patch should be there on purpose.',
    next: 'Change it, or be ready to say why it is better as it is.',
    look,
    examples: [
      { given: spaced, facts: says('TRAILING_WHITESPACE', 'trailing whitespace'), finds: 'trailing whitespace' },
      { given: spaced, facts: says('MISSING_SIGN_OFF', 'Missing Signed-off-by: line(s)') },
      { given: spaced, facts: { checkpatch: known([[]]) } },
      { given: spaced, unknown: 'Nothing was gathered' },
    ],
  },
];
