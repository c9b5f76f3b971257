import type { Trouble, TroubleKind } from '../core/trouble.ts';

/** The exit statuses that scripts rely on. */
export const exitStatus: Readonly<Record<TroubleKind, number>> = { input: 2, missing: 3, machine: 4 };

/** What is wrong, where, why it matters and what to do next, a line each. */
export const troubleLines = ({ words }: Trouble): string[] => [
  `patchling: ${words.what}`,
  ...(words.where === undefined || words.what.includes(words.where) ? [] : [`  where: ${words.where}`]),
  ...(words.why === undefined ? [] : [`  why: ${words.why}`]),
  ...(words.next === undefined ? [] : [`  next: ${words.next}`]),
];
