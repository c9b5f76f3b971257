import type { Field, MaintainersProblem, Section } from './parseMaintainers.ts';
import {
  asExpression,
  filePattern,
  firstFolder,
  namePattern,
  type PathPattern,
  type PatternWorld,
} from './pathPattern.ts';
import { sectionReader } from './sectionReader.ts';

/** The patterns of all sections, by the folder that their paths lie in, so that a path meets only those near it. */
export interface MaintainersIndex {
  /** Those whose paths begin with a folder: `''`, `drivers/`, `drivers/net/`. */
  inFolder(folder: string): readonly IndexedPattern[];
  /** Whether an `X:` line of the section matches. */
  isExcluded(section: Section, path: string): boolean;
  /** A line as the script keeps it, `F:lib/a\.c`: it takes the first of a file for a title, where none stands above. */
  asTitle(field: Field): string;
  /** Patterns that could not be read, of those that were met so far: what they own is not known. */
  readonly problems: readonly MaintainersProblem[];
}

export interface IndexedPattern extends PathPattern {
  /** The line that it stands in. */
  owner(): { readonly section: Section; readonly field: Field };
}

/**
 * `text` of one MAINTAINERS file, or of several one after the other (U-Boot's boards have their own). A pattern is read
 * when a path comes near it, its section when the path matches: there are eight thousand, and one question meets a few.
 */
export const indexMaintainers = (text: string, world: PatternWorld): MaintainersIndex => {
  const reader = sectionReader(text, world);
  const waiting = new Map<string, number[]>();
  for (const start of reader.fieldsOf('F')) pushTo(waiting, firstFolder(reader.valueAt(start)), start);
  for (const start of reader.fieldsOf('N')) pushTo(waiting, '', start);
  const problems: MaintainersProblem[] = [];
  const read = (letter: string, value: string, line: () => number): PathPattern[] => {
    const pattern = letter === 'N' ? namePattern(value, world) : filePattern(value, world);
    if (pattern.kind === 'pattern') return [pattern.pattern];
    problems.push({ line: line(), what: `${letter}: ${value.slice(0, 80)} cannot be read: ${pattern.because}` });
    return [];
  };
  const readAt = (start: number): IndexedPattern[] => {
    const owner = () => reader.at(start);
    const patterns = read(text[start] ?? '', reader.valueAt(start), () => owner().field.line);
    return patterns.map((pattern) => ({ ...pattern, owner }));
  };
  const inFolder = kept((folder: string) => (waiting.get(folder) ?? []).flatMap(readAt));
  const excluded = kept((section: Section) =>
    section.fields.flatMap(({ letter, value, line }) => (letter === 'X' ? read(letter, value, () => line) : [])),
  );
  return {
    problems,
    inFolder,
    asTitle: ({ letter, value }) => `${letter}:${/[FX]/.test(letter) ? asExpression(value, world) : value}`,
    isExcluded: (section, path) => excluded(section).some((pattern) => pattern.depthOf(path) !== undefined),
  };
};

const pushTo = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
};

/** Made once for each. */
const kept = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
};
