/** What a clock of a zone shows at an instant: `Fri 4 Dec 2026`, `18:00`, `CET`. */
export interface ClockParts {
  readonly day: string;
  readonly time: string;
  readonly name: string;
}

/** The clock of a zone of the zone database; undefined where this machine knows none of that name. */
export const zoneClock = (zone: string): ((at: Date) => ClockParts) | undefined => {
  const format = formatOf(zone);
  return format && ((at) => partsOf(format.formatToParts(at)));
};

// To make one takes a hundred times as long as to use it, and a page shows ten instants. People type the names of their zones,
// and letters may be large or small: so the store is emptied before it grows.
const MOST_KEPT = 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat | undefined => {
  const kept = formats.get(zone);
  if (kept) return kept;
  const made = makeFormat(zone);
  if (formats.size >= MOST_KEPT) formats.clear();
  if (made) formats.set(zone, made);
  return made;
};

const makeFormat = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
    });
  } catch {
    return undefined;
  }
};

const partsOf = (parts: readonly Intl.DateTimeFormatPart[]): ClockParts => {
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
    name: part('timeZoneName'),
  };
};
