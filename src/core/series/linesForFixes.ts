import type { FileDiff, MailedDiffLine, MailedHunk } from '../patch/fileDiff.ts';
import type { LineRange } from '../patch/lineDiff.ts';
import type { PatchMail } from '../patch/patchMail.ts';

/** A line of the base that a bug may have come with. */
export interface SuspectLine {
  /** Its number in the base. */
  readonly at: number;
  /** How much it says: code more than a brace, what is removed more than what stands near. */
  readonly weight: number;
  /** It goes away; else something is added near it. */
  readonly isRemoved: boolean;
}

export interface SuspectFile {
  /** As the base names it. */
  readonly path: string;
  readonly lines: readonly SuspectLine[];
  readonly ranges: readonly LineRange[];
}

export interface SuspectLines {
  readonly files: readonly SuspectFile[];
  /** Lines that patches before it in the series brought: no commit of the base has them. */
  readonly ownLines: number;
  /** More was changed than is looked at. */
  readonly isCut: boolean;
}

const MOST_FILES = 8;
const MOST_HUNKS = 40;
const MOST_LINES = 400;

/** Which lines of the base a patch of a series is about; `before` are the patches below it, in their order. */
export const linesForFixes = (patch: PatchMail, before: readonly PatchMail[]): SuspectLines => {
  const diffs = patch.diff.filter((file) => file.before !== undefined && file.hunks.length > 0);
  const looked = diffs.toSorted((a, b) => interest(b) - interest(a)).slice(0, MOST_FILES);
  let ownLines = 0;
  let isCut = looked.length < diffs.length;
  const files = looked.flatMap((diff): readonly SuspectFile[] => {
    const hunks = diff.hunks.slice(0, MOST_HUNKS);
    const removes = hunks.some(({ lines }) => lines.some(({ mark }) => mark === '-'));
    const suspects = hunks.flatMap((hunk) => [...(removes ? [] : linesAbove(hunk)), ...suspectsIn(hunk)]);
    isCut ||= diff.hunks.length > MOST_HUNKS || suspects.length > MOST_LINES;
    const mapped = inBase(suspects.slice(0, MOST_LINES), diff.before ?? diff.path, before);
    ownLines += mapped.ownLines;
    return mapped.lines.length === 0 ? [] : [{ ...mapped, ranges: rangesOf(mapped.lines) }];
  });
  return { files, ownLines, isCut };
};

/** Sources tell more of a bug than what is written about them. */
const interest = ({ path }: FileDiff): number => {
  if (/\.(?:c|S|rs|py|cc|cpp|s)$/.test(path)) return 3;
  if (/\.(?:h|dts|dtsi|dtso)$|Kconfig|Makefile/.test(path)) return 2;
  return /^(?:doc|Documentation)\/|\.(?:rst|txt|md)$|MAINTAINERS$/.test(path) ? 0 : 1;
};

/** Of what is only added, this many lines above and below, the nearest first. */
const NEAR = [0.5, 0.3, 0.2] as const;

const suspectsIn = ({ lines }: MailedHunk): readonly SuspectLine[] => {
  const found = new Map<number, SuspectLine>();
  const put = (line: MailedDiffLine | undefined, factor: number, isRemoved: boolean): void => {
    if (line?.before === undefined) return;
    const weight = lineWeight(line.text) * factor;
    const known = found.get(line.before);
    if (!known || (!known.isRemoved && known.weight < weight))
      found.set(line.before, { at: line.before, weight, isRemoved });
  };
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.mark === ' ') continue;
    const begin = at;
    let onlyAdds = true;
    for (; at < lines.length && lines[at]?.mark !== ' '; at++) {
      if (lines[at]?.mark === '+') continue;
      onlyAdds = false;
      put(lines[at], 1, true);
    }
    for (const [far, factor] of onlyAdds ? NEAR.entries() : []) {
      if (lines[begin - 1 - far]?.mark === ' ') put(lines[begin - 1 - far], factor, false);
      if (lines[at + far]?.mark === ' ') put(lines[at + far], factor, false);
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
};

/** Of the function that the hunk stands in, most likely: not shown by the diff, so they only tip the balance. */
const linesAbove = ({ before }: MailedHunk): readonly SuspectLine[] => {
  const first = Math.max(1, before.start - ABOVE);
  return Array.from({ length: Math.min(ABOVE, Math.max(0, before.start - first)) }, (_, far) => ({
    at: first + far,
    weight: 0.02,
    isRemoved: false,
  }));
};

const ABOVE = 12;

/** The same lines in the base, through the patches between, the last one first. */
const inBase = (
  suspects: readonly SuspectLine[],
  name: string,
  before: readonly PatchMail[],
): { readonly path: string; readonly lines: readonly SuspectLine[]; readonly ownLines: number } => {
  let path = name;
  let lines = suspects;
  for (const { diff } of before.toReversed()) {
    const change = diff.find((file) => file.after === path);
    if (!change) continue;
    if (change.before === undefined) return { path, lines: [], ownLines: suspects.length };
    lines = throughHunks(lines, change.hunks);
    path = change.before;
  }
  return { path, lines, ownLines: suspects.length - lines.length };
};

/** Both are in order, so one walk does. */
const throughHunks = (lines: readonly SuspectLine[], hunks: readonly MailedHunk[]): readonly SuspectLine[] => {
  let next = 0;
  let shift = 0;
  let known: { readonly hunk: MailedHunk; readonly old: ReadonlyMap<number, number> } | undefined;
  return lines.flatMap((line): readonly SuspectLine[] => {
    let hunk = hunks[next];
    while (hunk && endOf(hunk.after) <= line.at) {
      shift = endOf(hunk.before) - endOf(hunk.after);
      hunk = hunks[++next];
    }
    if (!hunk || line.at < startOf(hunk.after)) return [{ ...line, at: line.at + shift }];
    if (known?.hunk !== hunk) known = { hunk, old: oldNumbers(hunk) };
    const at = known.old.get(line.at);
    return at === undefined ? [] : [{ ...line, at }];
  });
};

const oldNumbers = ({ lines }: MailedHunk): ReadonlyMap<number, number> =>
  new Map(
    lines.flatMap(({ before, after }) =>
      before === undefined || after === undefined ? [] : [[after, before] as const],
    ),
  );

/** An empty range names the line before it. */
const startOf = ({ start, count }: LineRange): number => (count === 0 ? start + 1 : start);
const endOf = (range: LineRange): number => startOf(range) + range.count;

/** One range for lines that stand near each other. */
const rangesOf = (lines: readonly SuspectLine[]): readonly LineRange[] => {
  const ranges: { start: number; count: number }[] = [];
  for (const { at } of lines) {
    const last = ranges.at(-1);
    if (last && at <= last.start + last.count + 3) last.count = Math.max(last.count, at - last.start + 1);
    else ranges.push({ start: at, count: 1 });
  }
  return ranges;
};

/** From 0 (a blank line) to 1 (code). */
const lineWeight = (text: string): number => {
  const line = text.slice(0, 500).trim();
  if (line === '') return 0;
  if (!/[A-Za-z0-9_]/.test(line)) return 0.05;
  if (/^(?:\/\/|\/\*|\*(?:[\s/]|$)|#\s|;|--\s)/.test(line)) return 0.15;
  if (/^#\s?include\b/.test(line)) return 0.4;
  return EMPTY_WORDS.test(line) ? 0.2 : 1;
};

const EMPTY_WORDS =
  /^(?:(?:\}\s*)?else\b\W*|break;|continue;|return(?: 0| ret| err| rc)?;|default:|endif|#endif.*|#else.*)$/;
