import { MOST_HOURS, MOST_MONTHS, type Newcomer, newcomerCount, newcomerWords } from '../core/subsystem/newcomer.ts';
import { Trouble } from '../core/trouble.ts';
import type { Called } from './commandTable.ts';
import { optionText } from './optionText.ts';

/** The answers that stand on the command line; an answer that is not there is taken from `before`. */
export const newcomerFrom = (options: Called['options'], before: Newcomer = nobody): Newcomer => {
  const hours = countFrom(optionText(options, 'hours'), '--hours', MOST_HOURS) ?? before.hours;
  const months = countFrom(optionText(options, 'months'), '--months', MOST_MONTHS) ?? before.months;
  const interests = optionText(options, 'interests');
  const hardware = optionText(options, 'hardware');
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(months === undefined ? {} : { months }),
    interests: interests === undefined ? before.interests : newcomerWords(interests),
    hardware: hardware === undefined ? before.hardware : newcomerWords(hardware),
  };
};

const nobody: Newcomer = { interests: [], hardware: [] };

/** Whether anything was answered. */
export const saysAnything = (options: Called['options']): boolean =>
  ['hours', 'months', 'interests', 'hardware'].some((name) => optionText(options, name) !== undefined);

/** `10`, `2.5`, `10h`; undefined where nothing was said. Throws Trouble `input`. */
export const countFrom = (text: string | undefined, what: string, most: number): number | undefined => {
  const count = newcomerCount(text, most);
  if (count !== 'wrong') return count;
  throw new Trouble('input', {
    what: `${what} takes a number up to ${most}, not "${text}".`,
    next: 'For example: patchling subsystem --hours 5 --months 3 --interests "networking"',
  });
};
