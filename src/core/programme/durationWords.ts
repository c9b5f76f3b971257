import { plural } from '../plural.ts';

const MINUTE = 60_000;

/** A length of time in the two largest units that say it: `2 d 4 h`, `35 min`. Milliseconds. */
export const durationWords = (ms: number): string => {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 || hours >= 6 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  if (days >= 14) return plural(days, 'day');
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
};

/** `in 2 d 4 h`, `3 h ago`. */
export const fromNow = (at: Date, now: Date): string => {
  const ms = at.getTime() - now.getTime();
  return ms >= 0 ? `in ${durationWords(ms)}` : `${durationWords(-ms)} ago`;
};
