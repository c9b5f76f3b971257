import type { TaskEvidence } from './taskEvidence.ts';

/** Whether something of it does not stand in the pieces: a patch is tried on a tree, what is public is looked up. */
export const isLookedUp = ({ needs }: Pick<TaskEvidence, 'needs'>): boolean =>
  needs.some(({ kind }) => kind === 'patch' || kind === 'public');
