import type { FileDiff, MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine } from './newUses.ts';

const CHECKLIST = { file: 'Documentation/process/submit-checklist.rst', heading: 'Review Kconfig changes' };

/** A new option, as far as the patch shows it. */
interface Entry {
  readonly file: FileDiff;
  readonly name: string;
  readonly line: MailedDiffLine;
  readonly lines: readonly MailedDiffLine[];
  /** Whether its end is seen: another entry follows, or it is the end of the file. */
  readonly isWhole: boolean;
}

const NEXT = /^\s*(?:(?:menu)?config|menu|choice|endchoice|endmenu|if|endif|source|comment|mainmenu)\b/;

const newEntries = (patch: PatchMail): readonly Entry[] =>
  patch.diff
    .filter(({ path }) => /(?:^|\/)Kconfig[^/]*$/.test(path))
    .flatMap((file) => file.hunks.flatMap((hunk) => entriesIn(file, hunk.lines)));

const entriesIn = (file: FileDiff, all: readonly MailedDiffLine[]): readonly Entry[] => {
  const lines = all.filter(({ mark }) => mark !== '-');
  // Below what is shown of a file there are always unchanged lines, unless it ends there.
  const endsFile = all[0]?.mark === ' ' && all.at(-1)?.mark === '+';
  const starts = lines.flatMap(({ text }, at) => (NEXT.test(text) ? [at] : []));
  return starts.flatMap((start, at) => {
    const line = lines[start] as MailedDiffLine;
    const name = /^(?:menu)?config\s+(\w+)/.exec(line.text)?.[1];
    if (name === undefined || line.mark !== '+' || all.some((one) => isRemoval(one, name))) return [];
    const end = entryEnd(lines, start, starts[at + 1]);
    const isWhole = starts[at + 1] !== undefined || file.change === 'added' || endsFile;
    return [{ file, name, line, lines: lines.slice(start + 1, end), isWhole }];
  });
};

const isRemoval = ({ mark, text }: MailedDiffLine, name: string): boolean =>
  mark === '-' && /^(?:menu)?config\s/.test(text) && text.trimEnd().endsWith(` ${name}`);

// An entry whose end is not shown goes on as long as its lines are new.
const entryEnd = (lines: readonly MailedDiffLine[], start: number, next: number | undefined): number => {
  if (next !== undefined) return next;
  const old = lines.findIndex(({ mark, text }, at) => at > start && mark === ' ' && text.trim() !== '');
  return old < 0 ? lines.length : old;
};

const has = ({ lines }: Entry, pattern: RegExp): boolean => lines.some(({ text }) => pattern.test(text));

// Without a prompt nobody is asked, so there is nothing to explain.
const isAsked = (entry: Entry): boolean =>
  has(entry, /^\s+(?:(?:def_)?(?:bool|tristate)|int|hex|string)\s+["']/) || has(entry, /^\s+prompt\s/);

const withoutHelp = (entry: Entry): boolean =>
  entry.isWhole && isAsked(entry) && !has(entry, /^\s*(?:---)?help(?:---)?\s*$/);

const DEFAULT_ON = /^\s+(?:default\s+y|def_bool\s+y|def_tristate\s+y)\s*$/;

const onByDefault = (entry: Entry, patch: PatchMail): readonly Finding[] => {
  const line = isAsked(entry) ? entry.lines.find(({ mark, text }) => mark === '+' && DEFAULT_ON.test(text)) : undefined;
  if (!line) return [];
  const spot = { from: line.text.length - line.text.trimStart().length, to: line.text.trimEnd().length };
  const what = `The new option ${entry.name} is on by default: would a kernel without it not work as before?`;
  return [{ ...atLine(patch, entry.file.path, line, spot), what }];
};

const option = (...lines: readonly string[]) => ({
  given: {
    diff: exampleDiff('mm/Kconfig', [' ', ...lines.map((line) => `+${line}`), '+', ' config SLUB', ' \tbool "Slub"']),
  },
});

/** New options of Kconfig. */
export const kconfigEntries: readonly PreflightRule[] = [
  {
    name: 'option-without-help',
    title: 'a new Kconfig option without help',
    group: 'content',
    severity: 'warning',
    sources: [{ ...CHECKLIST, phrase: 'All new ``Kconfig`` options have help text' }],
    covers: ['SER-18'],
    why: 'Everybody who configures a kernel is asked about it, and has only its help to decide by.',
    next: 'Add `help` below it: what it does, for whom, and what to answer when unsure.',
    look: eachPatch((patch) =>
      newEntries(patch)
        .filter(withoutHelp)
        .map(({ file, name, line }) => ({
          ...atLine(patch, file.path, line, { from: 0, to: line.text.length }),
          what: `The new option ${name} has no help text.`,
        })),
    ),
    examples: [
      { ...option('config SLAB_COUNT', '\tbool "Count objects"'), finds: 'SLAB_COUNT has no help' },
      option('config SLAB_COUNT', '\tbool "Count objects"', '\thelp', '\t  Count them.'),
      option('config SLAB_COUNT', '\tbool'),
      {
        given: { diff: exampleDiff('mm/Kconfig', [' ', '+config SLAB_COUNT', '+\tbool "Count"', ' \tdepends on MM']) },
      },
    ],
  },
  {
    name: 'option-on-by-default',
    title: 'a new Kconfig option that is on by default',
    group: 'content',
    severity: 'note',
    sources: [{ ...CHECKLIST, phrase: 'default to off unless they meet the exception' }],
    covers: ['SER-18'],
    why: 'Every kernel grows by it, also where nobody asked for it.',
    next: 'Leave `default y` out, unless the option keeps something working that worked before.',
    look: eachPatch((patch) => newEntries(patch).flatMap((entry) => onByDefault(entry, patch))),
    examples: [
      { ...option('config A', '\tbool "A"', '\tdefault y', '\thelp', '\t  A.'), finds: 'A is on by default' },
      option('config A', '\tbool', '\tdefault y'),
      option('config A', '\tbool "A"', '\tdefault y if B', '\thelp', '\t  A.'),
    ],
  },
];
