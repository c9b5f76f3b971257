import { type HeldStance, heldIn } from '../core/subsystem/stance.ts';
import { STANCES } from '../core/subsystem/stances.ts';
import type { Host } from '../edge/host.ts';

/** The stances on clean-ups that hold in a tree: what its own documents say, and what maintainers have said to us. */
export const stancesOf = (host: Pick<Host, 'trees'>, tree: string): readonly HeldStance[] =>
  heldIn(STANCES, (file) => host.trees.text(tree, file));
