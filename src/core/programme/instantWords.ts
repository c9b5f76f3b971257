import { fromNow } from './durationWords.ts';
import { type ClockParts, zoneClock } from './zoneClock.ts';

/** An instant as a person reads it: their own clock, and UTC beside it so that nobody has to guess. */
export interface InstantWords {
  /** `Fri 4 Dec 2026, 18:00 CET` */
  readonly local: string;
  /** `17:00 UTC`, with its day where that is another; undefined where local is UTC. */
  readonly utc: string | undefined;
  /** `in 2 d 4 h` */
  readonly away: string;
}

/** Words for an instant in a zone of the zone database; a zone that this machine does not know reads as UTC. */
export const instantWords = (at: Date, zone: string, now: Date): InstantWords => ({
  ...clockWords(at, zone),
  away: fromNow(at, now),
});

/** All of it in one line, as a mail says it. */
export const instantLine = (at: Date, zone: string, now: Date): string => `${clockLine(at, zone)}, ${fromNow(at, now)}`;

/** The same without how far it is: for what is now. */
export const clockLine = (at: Date, zone: string): string => {
  const { local, utc } = clockWords(at, zone);
  return `${local}${utc === undefined ? '' : ` (${utc})`}`;
};

/** Whether it is a name of the zone database that this machine knows. */
export const isZone = (zone: string): boolean => zoneClock(zone) !== undefined;

const clockWords = (at: Date, zone: string): Omit<InstantWords, 'away'> => {
  const local = partsIn(at, zone);
  const utc = partsIn(at, 'UTC');
  return {
    local: `${local.day}, ${local.time} ${local.name}`,
    utc: local.name === 'UTC' ? undefined : `${local.day === utc.day ? '' : `${utc.day}, `}${utc.time} UTC`,
  };
};

const partsIn = (at: Date, zone: string): ClockParts => {
  const clock = zoneClock(zone) ?? zoneClock('UTC');
  if (!clock) throw new Error('this machine does not know UTC');
  return clock(at);
};
