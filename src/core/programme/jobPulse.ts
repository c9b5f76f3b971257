/** What is known of a job that is done again and again. */
export interface JobPulse {
  readonly name: string;
  /** Its period in seconds. */
  readonly every: number;
  /** When it was last done; before the first time, when the server began. */
  readonly done: Date;
  /** Since then it threw. */
  readonly hasFailed: boolean;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The seconds between two times of a plan as cron writes it, of those that we use: a minute, minutes, hours, days, weeks. */
export const periodOf = (cron: string): number => {
  const [minute = '*', hour = '*', , , weekday = '*'] = cron.split(' ');
  if (weekday !== '*') return 7 * DAY;
  if (hour !== '*') return DAY;
  const step = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (step !== undefined) return Number(step) * MINUTE;
  return minute === '*' ? MINUTE : HOUR;
};
