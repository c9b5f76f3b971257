const DAY = 86_400_000;

/** How long before a deadline somebody is reminded: three days, and one. */
export type ReminderStage = 3 | 1;

/** The farthest that a reminder looks ahead, in days. */
export const REMIND_DAYS = 3;

/** Which reminder a deadline is due for; undefined long before it and after it. What was slept through is not made up for. */
export const reminderStage = (due: Date, now: Date): ReminderStage | undefined => {
  const left = due.getTime() - now.getTime();
  if (left <= 0 || left > REMIND_DAYS * DAY) return undefined;
  return left > DAY ? 3 : 1;
};

/** A deadline that was given just now was told with it: nobody is reminded of it on the same day. */
export const isFresh = (given: Date | undefined, now: Date): boolean =>
  given !== undefined && now.getTime() - given.getTime() < DAY;
