import { indexMaintainers } from '../core/maintainers/indexMaintainers.ts';
import { parseMaintainers } from '../core/maintainers/parseMaintainers.ts';
import { type Owner, sectionsOf } from '../core/maintainers/sectionsOf.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** Who owns which path of a tree. Made once for a tree. */
export interface Owners {
  /** How many sections MAINTAINERS has; 0 where it is empty or damaged, and then nothing is known of owners. */
  readonly sections: number;
  /** Without THE REST, the most specific section first. */
  of(path: string): readonly Owner[];
}

export const ownersOf = (host: Pick<Host, 'trees'>, tree: string): Owners => {
  const text = host.trees.text(tree, 'MAINTAINERS');
  if (text === undefined) {
    throw new Trouble('input', {
      what: 'MAINTAINERS could not be read.',
      where: `${tree}/MAINTAINERS`,
      next: 'Look whether the tree is complete: git checkout MAINTAINERS, or unpack it again.',
    });
  }
  const { sections } = parseMaintainers(text);
  const index = indexMaintainers(sections, (path) => host.trees.isFolder(tree, path));
  const known = new Map<string, readonly Owner[]>();
  return {
    sections: sections.length,
    of: (path) => {
      const before = known.get(path);
      if (before) return before;
      const owners = sectionsOf(index, path).filter(({ isRest }) => !isRest);
      known.set(path, owners);
      return owners;
    },
  };
};
