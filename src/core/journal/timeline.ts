import type { Fact } from './fact.ts';
import { isRecord } from './factShape.ts';
import type { ReadFacts, UnknownFact } from './parseFacts.ts';

/** One line of the journal as it is told. */
export type Entry =
  | { readonly kind: 'fact'; readonly at: string; readonly fact: Fact }
  /** From a newer version: its kind is known, what it says is not. */
  | { readonly kind: 'unknown'; readonly at?: string; readonly unknown: UnknownFact };

/** A day, and what happened on it, newest first. */
export interface Day {
  /** `2026-11-23`; none for what does not say when it was. */
  readonly date?: string;
  readonly entries: readonly Entry[];
}

/** Facts and what newer versions wrote, newest first; what does not say when it was comes last. */
export const timeline = ({ facts, unknown }: Pick<ReadFacts, 'facts' | 'unknown'>): readonly Entry[] => {
  const told: Entry[] = facts.map((fact) => ({ kind: 'fact', at: fact.at, fact }));
  const others = unknown.map((one): Entry => {
    const at = timeOf(one.text);
    return { kind: 'unknown', unknown: one, ...(at !== undefined && { at }) };
  });
  // Of the same moment, what was written last stands first.
  return [...told, ...others].toReversed().toSorted((one, other) => moment(other) - moment(one));
};

/** In the days of `zone` (`Europe/Berlin`), since a day is a person's own. */
export const days = (entries: readonly Entry[], zone: string): readonly Day[] => {
  const names = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = entry.at === undefined ? '' : names.format(new Date(entry.at));
    const day = found.get(date);
    if (day) day.push(entry);
    else found.set(date, [entry]);
  }
  return [...found].map(([date, own]) => ({ entries: own, ...(date !== '' && { date }) }));
};

/** `Monday, 23 November 2026`. */
export const dayName = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/^(\w+) /, '$1, ');

/** `18:04`. */
export const clockOf = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));

const moment = ({ at }: Entry): number => (at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at));

const timeOf = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    const at = isRecord(value) ? value['at'] : undefined;
    return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : undefined;
  } catch {
    return undefined;
  }
};
