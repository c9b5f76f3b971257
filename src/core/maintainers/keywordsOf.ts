import type { Dialect } from './dialect.ts';
import { isTitle, type MaintainersProblem, type Section } from './parseMaintainers.ts';
import { perlPattern } from './perlPattern.ts';
import { type PerlText, perlText } from './perlText.ts';
import { sectionReader } from './sectionReader.ts';

/** A `K:` line: a section that minds a word, wherever it stands. */
export interface Keyword {
  readonly section: Section;
  readonly value: string;
  readonly line: number;
  /** The script takes keywords in the order of their lines' numbers, as text: 1000 comes before 999. */
  readonly order: string;
  /** In a whole file, and in a line before the diff. */
  inText(text: string): boolean;
  /** In a line of the diff: only what comes and goes. */
  inDiff(line: string): boolean;
}

/** All `K:` lines, in the order in which the script takes them; `problems` are those that could not be read. */
export const keywordsOf = (
  text: string,
  { unicode }: Pick<Dialect, 'unicode'>,
): { readonly keywords: readonly Keyword[]; readonly problems: readonly MaintainersProblem[] } => {
  const reader = sectionReader(text, { unicode });
  const keywords: Keyword[] = [];
  const problems: MaintainersProblem[] = [];
  const orderOf = counter(text, perlText({ unicode }));
  for (const start of reader.fieldsOf('K')) {
    const value = reader.valueAt(start);
    const inText = perlPattern(value, { extended: true, unicode });
    // Put before it as the script does, so that an alternative of the keyword goes without it, too.
    const inDiff = perlPattern(`^[+-].*${value}`, { extended: true, unicode });
    const { section, field } = reader.at(start);
    if (inText.kind === 'pattern' && inDiff.kind === 'pattern') {
      const tests = { inText: inText.matches, inDiff: inDiff.matches };
      keywords.push({ section, value, line: field.line, order: String(orderOf(start)), ...tests });
    } else {
      const { because } = inText.kind === 'unsupported' ? inText : (inDiff as { because: string });
      problems.push({ line: field.line, what: `K: ${value.slice(0, 80)} cannot be read: ${because}` });
    }
  }
  return { keywords: keywords.toSorted((a, b) => (a.order < b.order ? -1 : 1)), problems };
};

/** How many lines that count stand before a place: not the empty ones, nor remarks. Asked for in order. */
const counter = (text: string, perl: PerlText): ((place: number) => number) => {
  let count = 0;
  let at = 0;
  return (place) => {
    while (at < place) {
      const end = text.indexOf('\n', at) + 1 || text.length;
      if (isTitle(text.slice(at, end), perl)) count++; // or a field, which counts as well
      at = end;
    }
    return count;
  };
};
