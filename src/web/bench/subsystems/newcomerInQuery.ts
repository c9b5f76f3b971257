import {
  MOST_HOURS,
  MOST_MONTHS,
  type Newcomer,
  newcomerCount,
  newcomerWords,
} from '../../../core/subsystem/newcomer.ts';

/** The four answers as they were typed. */
export interface Answers {
  readonly hours: string;
  readonly months: string;
  readonly interests: string;
  readonly hardware: string;
}

export type AskedAdvice =
  /** Nobody asked for advice. */
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly newcomer: Newcomer; readonly answers: Answers }
  /** A number is none: what is wrong, by the question. */
  | { readonly kind: 'wrong'; readonly answers: Answers; readonly wrong: Readonly<Record<string, string>> };

/** The answers in an address: an advice can be kept, and sent to a friend. */
export const newcomerInQuery = (query: Readonly<Record<string, string>>): AskedAdvice => {
  const answers = answersIn(query);
  if (Object.keys(answers).every((name) => query[name] === undefined)) return { kind: 'none' };
  const hours = newcomerCount(answers.hours, MOST_HOURS);
  const months = newcomerCount(answers.months, MOST_MONTHS);
  const wrong = {
    ...(hours === 'wrong' ? { hours: `A number up to ${MOST_HOURS}, or nothing.` } : {}),
    ...(months === 'wrong' ? { months: `A number up to ${MOST_MONTHS}, or nothing.` } : {}),
  };
  if (hours === 'wrong' || months === 'wrong') return { kind: 'wrong', answers, wrong };
  const newcomer = {
    ...(hours === undefined ? {} : { hours }),
    ...(months === undefined ? {} : { months }),
    interests: newcomerWords(answers.interests),
    hardware: newcomerWords(answers.hardware),
  };
  return { kind: 'asked', newcomer, answers };
};

/** Nobody needs more, and an address has an end. */
const LONGEST = 500;

const answersIn = ({ hours = '', months = '', interests = '', hardware = '' }: Record<string, string>): Answers => ({
  hours: hours.slice(0, 20),
  months: months.slice(0, 20),
  interests: interests.slice(0, LONGEST),
  hardware: hardware.slice(0, LONGEST),
});

/** Those of the last time, to be typed over. */
export const answersOf = ({ hours, months, interests, hardware }: Newcomer): Answers => ({
  hours: hours === undefined ? '' : String(hours),
  months: months === undefined ? '' : String(months),
  interests: interests.join(', '),
  hardware: hardware.join(', '),
});

export const adviceAddress = (answers: Answers): string => `/subsystems?${new URLSearchParams({ ...answers })}`;
