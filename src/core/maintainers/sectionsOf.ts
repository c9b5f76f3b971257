import type { MaintainersIndex } from './indexMaintainers.ts';
import { type Field, type Section, valuesOf } from './parseMaintainers.ts';

/** A section that owns a path, and why. */
export interface Owner {
  readonly section: Section;
  /** The `F:` and `N:` lines that match, in the order of the file. */
  readonly because: readonly Field[];
  /** How specific: higher is nearer to the path; 0 for a name's pattern, -1 for one with a leading `*`. */
  readonly depth: number;
  /** The most specific of its `F:` lines: at least the path's own slashes when the section names it exactly. */
  readonly nearest: number;
  /** THE REST: it owns everything, so it says nothing about this path. */
  readonly isRest: boolean;
}

/**
 * The sections that own a path (relative to the tree), the most specific first. The order is that of
 * scripts/get_maintainer.pl, `get_maintainers()`; where that leaves it to chance, the order of the file.
 */
export const sectionsOf = (maintainers: MaintainersIndex, path: string, patternDepth = 0): readonly Owner[] => {
  const slashes = path.split('/').length - 1;
  const matches = new Map<Section, Match>();
  for (const folder of foldersOf(path)) {
    for (const pattern of maintainers.inFolder(folder)) {
      const depth = pattern.depthOf(path);
      if (depth === undefined) continue;
      const { section, field } = pattern.owner();
      // The script's --pattern-depth: how far above the file a pattern may end.
      if (patternDepth > 0 && field.letter === 'F' && slashes - depth >= patternDepth) continue;
      const match = matches.get(section);
      if (match) match.fields.push([field, depth]);
      else matches.set(section, { section, fields: [[field, depth]] });
    }
  }
  return [...matches.values()]
    .filter(({ section }) => !maintainers.isExcluded(section, path))
    .map(ranked)
    .toSorted((a, b) => b.depth - a.depth || a.section.line - b.section.line);
};

/** Whether a section that owns a file exactly, and minds it, makes the history needless: `$exact_pattern_match_hash`. */
export const isMinded = ({ section, nearest }: Owner, path: string): boolean =>
  nearest >= path.split('/').length - 1
  && valuesOf(section, 'M').length > 0
  && valuesOf(section, 'S').some((status) => /maintain|support/i.test(status));

interface Match {
  readonly section: Section;
  readonly fields: [Field, number][];
}

const ranked = ({ section, fields }: Match): Owner => {
  const inOrder = fields.length > 1 ? fields.toSorted(([a], [b]) => a.line - b.line) : fields;
  // As the script: the last line that matches says how specific the section is.
  const depth = inOrder.at(-1)?.[1] ?? 0;
  const nearest = Math.max(-1, ...fields.map(([{ letter }, one]) => (letter === 'F' ? one : -1)));
  const because = inOrder.map(([field]) => field);
  return { section, because, depth, nearest, isRest: section.title === 'THE REST' };
};

/** `''`, `drivers/`, `drivers/net/` of `drivers/net/tun.c`. */
const foldersOf = (path: string): readonly string[] => {
  const folders = [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at + 1));
  return folders;
};
