import type { Trouble, TroubleKind } from '../core/trouble.ts';
import { visible } from '../core/visible.ts';

/** The exit statuses that scripts rely on. */
export const exitStatus: Readonly<Record<TroubleKind, number>> = { input: 2, missing: 3, machine: 4 };

/** What is wrong, where, why it matters and what to do next, a line each. */
export const troubleLines = ({ words }: Trouble): string[] =>
  [
    `patchling: ${words.what}`,
    ...(words.where === undefined || words.what.includes(words.where) ? [] : [`  where: ${words.where}`]),
    ...(words.why === undefined ? [] : [`  why: ${words.why}`]),
    ...(words.next === undefined ? [] : [`  next: ${words.next}`]),
  ].map((line) => visible(line));

/** An error that nobody foresaw is a mistake of ours: where it happened is what we need to be told. */
export const mistakeLines = (error: unknown): string[] => {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const places = stack.split('\n').flatMap((line) => /\((?:file:\/\/)?([^()]*\.[jt]s:\d+)/.exec(line)?.[1] ?? []);
  return [
    `patchling: this is a mistake of Patchling itself: ${message}`,
    ...(places.length === 0 ? [] : [`  where: ${places.slice(0, 3).join(' < ')}`]),
    '  next: please report it with these lines, and what you typed.',
  ].map((line) => visible(line));
};
