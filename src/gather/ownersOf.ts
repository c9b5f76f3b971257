import { indexMaintainers } from '../core/maintainers/indexMaintainers.ts';
import { parseMaintainers, type Section } from '../core/maintainers/parseMaintainers.ts';
import { type Owner, sectionsOf } from '../core/maintainers/sectionsOf.ts';
import { readableText } from '../core/maintainers/sourceText.ts';
import type { Host } from '../edge/host.ts';
import { maintainersText } from './maintainersText.ts';

/** Who owns which path of a tree. Made once for a tree. */
export interface Owners {
  /** What is odd about MAINTAINERS, for the person: it is cut, or has Windows line ends. */
  readonly oddities: readonly string[];
  /** Of MAINTAINERS, in its order; none where it is empty or damaged, and then nothing is known of owners. */
  sections(): readonly Section[];
  /** Without THE REST, the most specific section first. */
  of(path: string): readonly Owner[];
}

/** Throws Trouble `input` where MAINTAINERS cannot be read. */
export const ownersOf = (host: Pick<Host, 'trees' | 'env'>, tree: string): Owners => {
  const { text, dialect, oddities } = maintainersText(host, tree);
  const readable = readableText(text, dialect);
  const isFolder = (path: string): boolean => host.trees.isFolder(tree, path);
  const index = indexMaintainers(readable, { isFolder, unicode: true });
  const known = new Map<string, readonly Owner[]>();
  let sections: readonly Section[] | undefined;
  return {
    oddities,
    sections: () => (sections ??= parseMaintainers(readable).sections),
    of: (path) => {
      const before = known.get(path);
      if (before) return before;
      const owners = sectionsOf(index, path).filter(({ isRest }) => !isRest);
      known.set(path, owners);
      return owners;
    },
  };
};
