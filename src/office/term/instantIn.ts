import { Temporal } from 'temporal-polyfill';

/**
 * The instant that a clock of a zone shows: `2026-12-04T18:00`, as a form sends it. Undefined where that is no time, or none
 * that this clock ever shows, as in the hour that a spring takes away; of two, the earlier.
 */
export const instantIn = (zone: string, local: string): Date | undefined => {
  try {
    const plain = Temporal.PlainDateTime.from(local.trim().replace(' ', 'T'), { overflow: 'reject' });
    const zoned = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return zoned.toPlainDateTime().equals(plain) ? new Date(zoned.epochMilliseconds) : undefined;
  } catch {
    return undefined;
  }
};

/** What the clock of a zone shows at an instant, as a form takes it: `2026-12-04T18:00`. */
export const localIn = (zone: string, at: Date): string =>
  zoned(zone, at).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** So many weeks later on the clock of a zone: 18:00 stays 18:00, whether or not clocks are changed in between. */
export const laterByWeeks = (zone: string, at: Date, weeks: number): Date =>
  new Date(zoned(zone, at).add({ weeks }).epochMilliseconds);

const zoned = (zone: string, at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
