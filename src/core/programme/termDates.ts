/** Asked before one applies; whoever answers otherwise is told at once, and by nobody's judgement. */
export interface EligibilityQuestion {
  readonly id: string;
  readonly question: string;
  /** The answer without which one cannot take part. */
  readonly wanted: boolean;
  /** Who reads the answer, and what for. */
  readonly purpose: string;
}

/** The instants of a term, in their order. */
export interface TermDates {
  /** From here on one may start an application. */
  readonly opensAt: Date;
  /** From here on nobody new may start. */
  readonly closesAt: Date;
  /** Until here those who have started may send, and hand in tasks. */
  readonly tasksUntil: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export type Phase = 'before' | 'open' | 'closed to new ones' | 'being decided' | 'running' | 'over';

/** Where a term stands. An instant belongs to what begins with it. */
export const phaseOf = (dates: TermDates, now: Date): Phase => {
  if (now < dates.opensAt) return 'before';
  if (now < dates.closesAt) return 'open';
  if (now < dates.tasksUntil) return 'closed to new ones';
  if (now < dates.startsAt) return 'being decided';
  return now < dates.endsAt ? 'running' : 'over';
};

const names: readonly [keyof TermDates, string][] = [
  ['opensAt', 'when applications open'],
  ['closesAt', 'when applications close'],
  ['tasksUntil', 'the end of the tasks'],
  ['startsAt', 'the start'],
  ['endsAt', 'the end'],
];

/** What is wrong with the order of a term's dates, and at which of them; nothing when all is well. */
export const datesFault = (dates: TermDates): { readonly at: keyof TermDates; readonly says: string } | undefined => {
  for (const [index, [at, name]] of names.entries()) {
    const earlier = names[index - 1];
    if (Number.isNaN(dates[at].getTime())) return { at, says: `There is no date for ${name}.` };
    if (earlier && dates[earlier[0]] > dates[at]) return { at, says: `There is ${name} before ${earlier[1]}.` };
    if (earlier && dates[earlier[0]].getTime() === dates[at].getTime() && at !== 'tasksUntil' && at !== 'startsAt') {
      return { at, says: `There is no time between ${earlier[1]} and ${name}.` };
    }
  }
  return undefined;
};

export const datesProblem = (dates: TermDates): string | undefined => datesFault(dates)?.says;

/** Dates that have passed stand: people acted on them. Gives the first that would be changed all the same. */
export const passedDateChanged = (before: TermDates, after: TermDates, now: Date): string | undefined =>
  names.find(([key]) => before[key] <= now && before[key].getTime() !== after[key].getTime())?.[1];
