import { grouped } from '../grouped.ts';
import type { Advice, Advised } from './advise.ts';
import type { Newcomer } from './newcomer.ts';

// What a terminal and a page say of an advice, in the same words.

export const whyTwo =
  'Two at most. Every subsystem has its own list, habits and people, and reviewers answer those whom they have met before: '
  + 'who spreads over more stays a stranger in all of them. Begin in one; take the second when you wait for an answer.';

/** `tree` is its name. */
export const noneWords = (tree: string): string =>
  `${tree} has no subsystem that a newcomer could be advised to choose: its MAINTAINERS names none that somebody looks `
  + 'after, that has a handful of files, and, where there is a history, some patches a year.';

/** Of how many these are the best. */
export const openingAdviceWords = (
  { advice, weighed, matching }: { readonly advice: Advice; readonly weighed: number; readonly matching: number },
  tree: string,
): string => {
  const all = `Of ${grouped(weighed)} subsystems of ${tree} that a newcomer can choose`;
  return advice.newcomer.interests.length === 0
    ? `${all}, these fit best.`
    : `${all}, ${grouped(matching)} meet what interests you. These fit best.`;
};

export const answersWords = ({ hours, months, interests, hardware }: Newcomer): string => {
  const said = [
    hours === undefined ? '' : `${hours} hours a week`,
    months === undefined ? '' : `${months} months`,
    interests.length === 0 ? '' : `interests: ${interests.join(', ')}`,
    hardware.length === 0 ? 'no hardware named' : `hardware: ${hardware.join(', ')}`,
  ];
  return `You said: ${said.filter((part) => part !== '').join('; ')}.`;
};

/** What speaks for and against it, apart. */
export const sidesOf = ({ counted }: Advised): Readonly<Record<'speaksFor' | 'speaksAgainst', Advised['counted']>> => ({
  speaksFor: counted.filter(({ fit }) => fit >= 0.5),
  speaksAgainst: counted.filter(({ fit }) => fit < 0.5),
});

/** One that is not recommended, in a line: the best of what speaks for it, and the worst against. */
export const shortWords = (one: Advised): string => {
  const { speaksFor, speaksAgainst } = sidesOf(one);
  const [worst] = speaksAgainst.toSorted((a, b) => b.most - b.points - (a.most - a.points));
  const best = speaksFor.slice(0, 2).map(({ seen }) => seen);
  return [...best, ...(worst ? [`but ${worst.seen}`] : one.cautions.slice(0, 1))].join('; ');
};

/** What is not known, together where the reason is the same: `activity, merging: it is a plain folder`. */
export const unknownGroups = ({ unknown }: Advice): readonly { readonly words: string; readonly settle?: string }[] =>
  [...Map.groupBy(unknown, ({ because, settle }) => JSON.stringify([because, settle])).values()].map((group) => {
    const [{ because, settle } = { because: '' }] = group;
    const words = `${group.map(({ measure }) => measure).join(', ')}: ${because}`;
    return settle === undefined ? { words } : { words, settle };
  });
