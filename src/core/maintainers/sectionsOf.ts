import type { IndexedPattern, MaintainersIndex } from './indexMaintainers.ts';
import type { Field, Section } from './parseMaintainers.ts';

/** A section that owns a path, and why. */
export interface Owner {
  readonly section: Section;
  /** The `F:` and `N:` lines that match, in the order of the file. */
  readonly because: readonly Field[];
  /** How specific: higher is nearer to the path; 0 for a name's pattern, -1 for one with a leading `*`. */
  readonly depth: number;
  /** THE REST: it owns everything, so it says nothing about this path. */
  readonly isRest: boolean;
}

/**
 * The sections that own a path (relative to the tree), the most specific first, THE REST last. The order is that of
 * scripts/get_maintainer.pl, `get_maintainers()`; where that leaves it to chance, the order of the file.
 */
export const sectionsOf = (maintainers: MaintainersIndex, path: string): readonly Owner[] => {
  const matches = new Map<number, IndexedPattern[]>();
  for (const folder of foldersOf(path)) {
    for (const pattern of maintainers.byFolder.get(folder) ?? []) {
      if (!pattern.matches(path)) continue;
      const list = matches.get(pattern.place);
      if (list) list.push(pattern);
      else matches.set(pattern.place, [pattern]);
    }
  }
  return [...matches]
    .filter(([place]) => !maintainers.excluded.get(place)?.some((pattern) => pattern.matches(path)))
    .map(([, patterns]) => ranked(patterns))
    .toSorted((a, b) => Number(a.isRest) - Number(b.isRest) || b.depth - a.depth || a.place - b.place)
    .map(({ place: _, ...owner }) => owner);
};

const ranked = (patterns: readonly IndexedPattern[]): Owner & { readonly place: number } => {
  const inOrder = patterns.toSorted((a, b) => a.field.line - b.field.line);
  // As the script: the last line that matches says how specific the section is.
  const { section, place, depth } = inOrder.at(-1) as IndexedPattern;
  const because = inOrder.map(({ field }) => field);
  return { section, because, depth, isRest: section.title === 'THE REST', place };
};

/** `''`, `drivers/`, `drivers/net/` of `drivers/net/tun.c`. */
const foldersOf = (path: string): readonly string[] => {
  const folders = [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at + 1));
  return folders;
};
