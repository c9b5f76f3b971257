import type { Calendar } from './facts.ts';

/** What is answered about the calendar where the tree was not fetched for a while. */
export const staleTree = ({ tag, date }: Calendar) => ({
  unknown: `The newest release tag of this tree is ${tag} of ${date.slice(0, 10)}: too old to know where the cycle is.`,
  settle: 'git fetch --tags',
});
