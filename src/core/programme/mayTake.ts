import { numberWords } from './numberWords.ts';

/** Of a mentor who has not said otherwise. */
export const DEFAULT_MOST = 5;

/** How much a mentor has, and at most wants to have, at once. */
export interface Load {
  readonly has: number;
  readonly most: number;
}

export type MayTake = { readonly kind: 'may' } | { readonly kind: 'refused'; readonly because: string };

/** Whether a mentor takes one more: what lies with somebody who cannot get to it is kept from the others. */
export const mayTake = ({ has, most }: Load): MayTake =>
  has < most
    ? { kind: 'may' }
    : {
        kind: 'refused',
        because: `You have ${numberWords(has)} already, as many as you wanted at once. Answer one or give one back first.`,
      };

const MOST_AT_ONCE = 50;

export const mostProblem = (most: number): string | undefined =>
  Number.isInteger(most) && most >= 1 && most <= MOST_AT_ONCE
    ? undefined
    : `How many at once is a number from 1 to ${MOST_AT_ONCE}.`;
