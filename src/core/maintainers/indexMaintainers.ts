import type { Field, MaintainersProblem, Section } from './parseMaintainers.ts';
import { filePattern, namePattern, type PathPattern } from './pathPattern.ts';

/** The patterns of all sections, by the folder that their paths lie in, so that a path meets only those near it. */
export interface MaintainersIndex {
  readonly byFolder: ReadonlyMap<string, readonly IndexedPattern[]>;
  /** `X:` patterns, by the number of their section. */
  readonly excluded: ReadonlyMap<number, readonly PathPattern[]>;
  /** Patterns that no regular expression could be made of. */
  readonly problems: readonly MaintainersProblem[];
}

export interface IndexedPattern extends PathPattern {
  readonly section: Section;
  /** The section's place in the file. */
  readonly place: number;
  readonly field: Field;
}

/**
 * `sections` of one MAINTAINERS file, or of several one after the other (U-Boot's boards have their own). `isFolder`
 * says whether a path, relative to the tree, is a folder; without it, patterns that name a folder but lack the slash
 * own less than scripts/get_maintainer.pl says.
 */
export const indexMaintainers = (
  sections: readonly Section[],
  isFolder: (path: string) => boolean = () => false,
): MaintainersIndex => {
  const byFolder = new Map<string, IndexedPattern[]>();
  const excluded = new Map<number, PathPattern[]>();
  const problems: MaintainersProblem[] = [];
  for (const [place, section] of sections.entries()) {
    for (const field of section.fields) {
      if (!'FXN'.includes(field.letter)) continue;
      const pattern = field.letter === 'N' ? namePattern(field.value) : filePattern(field.value, isFolder);
      if (!pattern) problems.push({ line: field.line, what: `${field.value} is no regular expression` });
      else if (field.letter === 'X') pushTo(excluded, place, pattern);
      else pushTo(byFolder, pattern.folder, { ...pattern, section, place, field });
    }
  }
  return { byFolder, excluded, problems };
};

const pushTo = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
};
