import { durationWords } from './durationWords.ts';
import { DEFAULT_MOST, type Load } from './mayTake.ts';
import { numberWords, startingNumber } from './numberWords.ts';
import type { WaitingTime } from './queue.ts';

/** The headline of a mentor's queue. */
export const queueSentence = (waiting: number): string =>
  waiting === 0 ? 'Nothing waits for you' : `${startingNumber(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for you`;

/** The line below it: what the mentor has in hand, and how long people wait. */
export const queueLede = ({ has, most }: Load, waiting: WaitingTime): string =>
  `${has === 0 ? 'You have none in hand' : `You have ${numberWords(has)} in hand`}${
    has >= most ? ', as many as you wanted at once' : `, and take up to ${numberWords(most)} at once`
  }. ${answerTime(waiting)}`;

/** How long an answer takes, honestly. */
export const answerTime = (waiting: WaitingTime): string =>
  waiting.kind === 'too few'
    ? 'Too few were answered so far to say how long an answer takes.'
    : `Half of all answers came within ${durationWords(waiting.half)}, nine in ten within ${durationWords(waiting.nineInTen)}.`;

/** Where somebody's submission stands. `before` counts those that came earlier and still wait. */
export const placeWords = (before: number): string =>
  before === 0
    ? 'It is the next in line.'
    : `${startingNumber(before)} that came earlier ${before === 1 ? 'waits' : 'wait'} before it.`;

/** A wait that looks long: from here on the queue shows it so. Milliseconds. */
export const LONG_WAIT = 86_400_000;

export const mostOf = (most: number | null): number => most ?? DEFAULT_MOST;
