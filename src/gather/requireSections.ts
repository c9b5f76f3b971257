import { Trouble } from '../core/trouble.ts';
import type { Owners } from './ownersOf.ts';

/** Throws Trouble `input` where MAINTAINERS names no section: then there is no subsystem to choose. */
export const requireSections = (owners: Owners, tree: string): void => {
  if (owners.sections().length > 0) return;
  throw new Trouble('input', {
    what: 'MAINTAINERS names no section, so this tree has no subsystem to show.',
    where: `${tree}/MAINTAINERS`,
    why: 'It is empty, or something else lies there under its name.',
    next: `Look at it, and put the tree’s own back: git -C ${tree} checkout MAINTAINERS, or unpack the tree again.`,
  });
};
