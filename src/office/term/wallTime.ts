import { Temporal } from 'temporal-polyfill';
import { isZone } from '../../core/programme/instantWords.ts';

/** What a clock on the wall of a zone says, as a form sends it: `2026-10-25T02:30`. */
export type WallTime =
  | { readonly kind: 'instant'; readonly at: Date }
  /** The clocks go forward over it: nobody's clock shows it. */
  | { readonly kind: 'skipped'; readonly before: string; readonly after: string }
  /** The clocks go back over it: it comes twice. */
  | { readonly kind: 'twice'; readonly first: Date; readonly second: Date }
  | { readonly kind: 'unreadable' };

/** The instant of a wall time. What a change of clocks skips or repeats is said, never guessed. */
export const readWallTime = (text: string, zone: string): WallTime => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text) || !isZone(zone)) return { kind: 'unreadable' };
  let wall: Temporal.PlainDateTime;
  try {
    wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return { kind: 'unreadable' };
  }
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: 'instant', at: new Date(earlier.epochMilliseconds) };
  }
  if (earlier.toPlainDateTime().equals(wall)) {
    return { kind: 'twice', first: new Date(earlier.epochMilliseconds), second: new Date(later.epochMilliseconds) };
  }
  return { kind: 'skipped', before: minutes(earlier.toPlainDateTime()), after: minutes(later.toPlainDateTime()) };
};

/** What the clock on the wall says at an instant, for a form. */
export const wallTime = (at: Date, zone: string): string =>
  minutes(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime());

const minutes = (wall: Temporal.PlainDateTime): string => wall.toString({ smallestUnit: 'minute' });
