import type { Dialect } from './dialect.ts';
import type { Keyword } from './keywordsOf.ts';
import { perlText } from './perlText.ts';
import type { Settings } from './settings.ts';

/** What scripts/get_maintainer.pl takes from a patch: it reads lines, and does not mind whether they are a diff. */
export interface PatchSays {
  /** Paths without their `a/` and `b/`, sorted, each once; `/dev/null` stands as `dev/null`. */
  readonly files: readonly string[];
  /** What `Fixes:` lines name. */
  readonly fixes: readonly string[];
  /** Old lines of the hunks, for git blame. */
  readonly ranges: readonly LineRange[];
  readonly keywords: readonly Keyword[];
}

export interface LineRange {
  readonly path: string;
  readonly start: number;
  readonly length: number;
}

interface Reading {
  readonly files: string[];
  readonly fixes: string[];
  readonly ranges: LineRange[];
  readonly keywords: Set<Keyword>;
  file: string;
  inDiff: boolean;
}

/** The loop over a patch's lines in the script's main part. */
export const readPatch = (
  patch: string,
  keywords: readonly Keyword[],
  { dialect, settings }: { dialect: Dialect; settings: Settings },
): PatchSays => {
  const reading: Reading = { files: [], fixes: [], ranges: [], keywords: new Set(), file: '', inDiff: false };
  const left = new Set(settings.keywords ? keywords : []);
  const signs = signsOf(dialect);
  for (let at = 0; at < patch.length; ) {
    const end = patch.indexOf('\n', at);
    const line = patch.slice(at, end < 0 ? undefined : end + 1);
    at += line.length;
    if (takesLine(line, reading, signs, dialect)) continue;
    for (const keyword of left) {
      if (!(reading.inDiff ? keyword.inDiff(line) : keyword.inText(line))) continue;
      reading.keywords.add(keyword);
      left.delete(keyword); // once is enough
    }
  }
  const { files, fixes, ranges } = reading;
  return {
    files: sorted(files),
    fixes: settings.fixes ? [...new Set(fixes)] : [],
    ranges,
    keywords: keywords.filter((keyword) => reading.keywords.has(keyword)),
  };
};

/** What the script looks for in a line; `word` and `end` are perl's `(\S+)` and `\s*$`. */
const signsOf = (dialect: Dialect) => {
  const { blank } = perlText(dialect);
  const word = `([^${blank}]+)`;
  const end = `[${blank}]*$`;
  return {
    moved: new RegExp(`^(?: mode change [0-7]+ => [0-7]+|rename (?:from|to)) ${word}${end}`),
    both: new RegExp(`^diff --git a/${word} b/${word}${end}`),
    fixes: new RegExp(`^Fixes:[${blank}]+([0-9a-fA-F]{6,40})`),
    file: new RegExp(`^(?:\\+\\+\\+|---)[${blank}]+${word}`),
    hunk: /^@@ -(\d+),(\d+)/,
  };
};

/** Whether the line is one that the script reads for itself; only the others are held against keywords. */
const takesLine = (
  line: string,
  reading: Reading,
  signs: ReturnType<typeof signsOf>,
  { readsRenames, readsFixes }: Dialect,
): boolean => {
  if (!' rdF+-@'.includes(line.charAt(0))) return false;
  const [, ...moved] = (readsRenames && (signs.moved.exec(line) ?? signs.both.exec(line))) || [];
  const fix = readsFixes ? signs.fixes.exec(line)?.[1] : undefined;
  const file = signs.file.exec(line)?.[1];
  const [, start, length] = signs.hunk.exec(line) ?? [];
  if (moved.length > 0) reading.files.push(...moved);
  else if (fix !== undefined) reading.fixes.push(fix);
  else if (file !== undefined) {
    reading.file = file.replace(/^[^/]*\//, '');
    reading.files.push(reading.file);
    reading.inDiff = true;
  } else if (start === undefined) return false;
  else reading.ranges.push({ path: reading.file, start: Number(start), length: Number(length) });
  return true;
};

const sorted = (files: readonly string[]): string[] =>
  [...new Set(files)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
