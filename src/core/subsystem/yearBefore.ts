/**
 * A year as twelve months that end at the same moment of the month as the year does. Times are seconds since 1970, up to
 * the year 9999.
 */
export interface Year {
  readonly since: number;
  readonly until: number;
  /** The month that each of the twelve ends in, `2026-08`, oldest first. */
  readonly months: readonly string[];
  /** Which of the twelve a time lies in; undefined outside the year. */
  monthOf(time: number): number | undefined;
}

/** In UTC. The 31st becomes the last day where a month is shorter. */
export const yearBefore = (until: number): Year => {
  const ends = Array.from({ length: 13 }, (_, at) => monthsBefore(until, 12 - at));
  return {
    since: ends[0] ?? until,
    until,
    months: ends.slice(1).map((end) => new Date(end * 1000).toISOString().slice(0, 7)),
    monthOf: (time) => {
      const at = ends.findIndex((end) => time <= end);
      return at > 0 ? at - 1 : undefined;
    },
  };
};

const monthsBefore = (time: number, months: number): number => {
  const then = new Date(time * 1000);
  const month = then.getUTCMonth() - months;
  const last = new Date(Date.UTC(then.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(then.getUTCDate(), last);
  return (Date.UTC(then.getUTCFullYear(), month, day) + ((time * 1000) % 86_400_000)) / 1000;
};
