import { zoneClock } from '../zoneClock.ts';

/**
 * An instant as a person has to know it: in their zone with its name, in UTC, and how far it is. Never a date alone.
 * `Fri 4 Dec 2026, 18:00 (Europe/Berlin), that is 17:00 UTC, in 2 d 4 h`.
 */
export const instantWords = (at: Date, zone: string, now: Date): string =>
  `${clockWords(at, zone)}, ${distanceWords(at, now)}`;

/** The same without how far it is: for what is now. */
export const clockWords = (at: Date, zone: string): string => {
  const local = partsOf(at, zone);
  const utc = partsOf(at, 'UTC');
  if (zone === 'UTC') return `${local.day}, ${local.time} UTC`;
  const inUtc = local.day === utc.day ? `${utc.time} UTC` : `${utc.day}, ${utc.time} UTC`;
  return `${local.day}, ${local.time} (${local.zone}), that is ${inUtc}`;
};

/** `in 2 d 4 h`, `in 5 min`, `3 h 10 min ago`: the two largest units that say something. */
export const distanceWords = (at: Date, now: Date): string => {
  const minutes = Math.floor(Math.abs(at.getTime() - now.getTime()) / 60_000);
  const isPast = at.getTime() < now.getTime();
  if (minutes === 0) return isPast ? 'just now' : 'in less than a minute';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const words = [days > 0 && `${days} d`, hours > 0 && `${hours} h`, days === 0 && rest > 0 && `${rest} min`];
  const far = words.filter((word) => word !== false).join(' ');
  return isPast ? `${far} ago` : `in ${far}`;
};

/** A zone that this machine does not know is shown as UTC, and says so. */
const partsOf = (at: Date, zone: string): { day: string; time: string; zone: string } => {
  const clock = zoneClock(zone);
  if (clock) return { ...clock(at), zone };
  if (zone === 'UTC') throw new Error('this machine does not know UTC');
  return partsOf(at, 'UTC');
};
