import { type Advice, type Counted, countedFor } from './advise.ts';
import type { Candidate } from './candidate.ts';
import type { Newcomer } from './newcomer.ts';

/** What is kept of an advice: the answers, and what was advised, in order. */
export interface KeptAdvice {
  /** The tree’s name: another project has other subsystems. */
  readonly tree: string;
  readonly newcomer: Newcomer;
  readonly advised: readonly string[];
}

/** The advice of today, for the answers of today and for those of the last time. */
export interface AdviceNow {
  readonly tree: string;
  readonly advice: Advice;
  /** By the last answers, but of the tree of today: what the tree changed is not put down to the answers. */
  readonly byLastAnswers: Advice;
  readonly candidateOf: (name: string) => Candidate | undefined;
}

/** What is otherwise than the last time, in sentences: which answers, and what moved because of them. */
export const adviceChange = (before: KeptAdvice, now: AdviceNow): readonly string[] => {
  if (before.tree !== now.tree) return [`The last advice was for ${before.tree}, so it is not compared with this one.`];
  const answers = changedAnswers(before.newcomer, now.advice.newcomer);
  const then = now.byLastAnswers.advised.map(({ name }) => name);
  const byTree = before.advised.join('\n') === then.join('\n') ? [] : [treeMoved(before.advised, then)];
  if (answers.length === 0) {
    return byTree.length > 0 ? byTree : ['Your answers and the tree are as they were, and so is the advice.'];
  }
  const moved = movesOf(then, now.advice, (name, rises) => {
    const candidate = now.candidateOf(name);
    return candidate ? cause(before.newcomer, now.advice.newcomer, candidate, rises) : '';
  });
  const none = moved.length === 0 ? ['That moves nothing: the same subsystems, in the same order.'] : moved;
  return [...answers, ...none, ...byTree];
};

const changedAnswers = (before: Newcomer, now: Newcomer): string[] => [
  ...(before.hours === now.hours ? [] : [changedTo(now.hours, before.hours, 'hours a week')]),
  ...(before.months === now.months ? [] : [changedTo(now.months, before.months, 'months left')]),
  ...(sameWords(before.interests, now.interests) ? [] : [changedWords('interests', now.interests, before.interests)]),
  ...(sameWords(before.hardware, now.hardware) ? [] : [changedWords('hardware', now.hardware, before.hardware)]),
];

const changedTo = (now: number | undefined, before: number | undefined, what: string): string =>
  now === undefined
    ? `You do not say any more how many ${what} you have; it was ${before}.`
    : `You have ${now} ${what} now; ${before === undefined ? 'you had not said before' : `it was ${before}`}.`;

const sameWords = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');

const changedWords = (what: string, now: readonly string[], before: readonly string[]): string => {
  const were = before.length === 0 ? 'you had named none' : `you had named ${before.join(', ')}`;
  return now.length === 0
    ? `You name no ${what} any more; ${were}.`
    : `For ${what} you name ${now.join(', ')} now; ${were}.`;
};

const movesOf = (
  before: readonly string[],
  now: Advice,
  because: (name: string, rises: boolean) => string,
): string[] => {
  const names = now.advised.map(({ name }) => name);
  const left = before.filter((name) => !names.includes(name));
  if (left.length > 0 && left.length === before.length) {
    return [`None of the last ${before.length} is among these: it is another question now.`];
  }
  return [
    ...names.flatMap((name, at) => {
      const was = before.indexOf(name);
      if (was === at) return [];
      if (was === -1) return [`${name} comes in at ${at + 1}${because(name, true)}.`];
      return [`${name} goes ${was > at ? 'up' : 'down'} from ${was + 1} to ${at + 1}${because(name, was > at)}.`];
    }),
    ...left.map((name) => `${name} falls out (it was ${before.indexOf(name) + 1})${because(name, false)}.`),
  ];
};

/** Which answer each measure hangs on. */
const ANSWERS: Readonly<Record<string, readonly (keyof Newcomer)[]>> = {
  ease: ['hours', 'months'],
  merging: ['months'],
  interest: ['interests'],
  testable: ['hardware'],
};
const ANSWER_WORDS: Readonly<Record<keyof Newcomer, string>> = {
  hours: 'your hours',
  months: 'the months left',
  interests: 'your interests',
  hardware: 'your hardware',
};

/** The measure that the changed answers moved most: `: ease brings 11 points, not 4, because of your hours`. */
const cause = (before: Newcomer, now: Newcomer, candidate: Candidate, rises: boolean): string => {
  const was = countedFor(before, candidate);
  const is = countedFor(now, candidate);
  const moved = Object.entries(ANSWERS).flatMap(([measure, answers]) => {
    const because = answers.filter((answer) => String(before[answer] ?? '') !== String(now[answer] ?? ''));
    const [from, to] = [pointsFor(was, measure), pointsFor(is, measure)];
    return because.length === 0 || from === to ? [] : [{ measure, from, to, because }];
  });
  const [most] = moved.toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
  if (!most) return ': others passed it';
  const answers = most.because.map((answer) => ANSWER_WORDS[answer]).join(' and ');
  const points = `${most.measure} brings ${most.to} points, not ${most.from}`;
  if (most.to > most.from === rises) return `: ${points}, because of ${answers}`;
  return `: by ${answers} it ${rises ? 'loses' : 'gains'} less than others do (${points})`;
};

const pointsFor = (counted: readonly Counted[], measure: string): number =>
  Math.round(counted.find((one) => one.measure === measure)?.points ?? 0);

const treeMoved = (before: readonly string[], then: readonly string[]): string => {
  const came = then.filter((name) => !before.includes(name));
  const went = before.filter((name) => !then.includes(name));
  const parts = [
    ...(came.length > 0 ? [`${came.join(', ')} came in`] : []),
    ...(went.length > 0 ? [`${went.join(', ')} went out`] : []),
  ];
  return parts.length === 0
    ? 'The tree has changed since, and with it the order.'
    : `The tree has changed since, or what is known of it: by your last answers ${parts.join(' and ')}.`;
};
