/** So many in a span, for each key; beyond that, not now. */
export interface Rate {
  readonly most: number;
  /** In ms. */
  readonly span: number;
}

/** Remembers when each key came, as long as the span lasts. `now` in ms; the oldest keys go when there are too many. */
export const createRateGate = ({ most, span }: Rate, mostKeys = 10_000) => {
  const came = new Map<string, number[]>();
  return {
    /** Whether this one may come; it is counted where it may. */
    admits: (key: string, now: number): boolean => {
      const times = (came.get(key) ?? []).filter((at) => at > now - span);
      const may = times.length < most;
      if (may) times.push(now);
      came.delete(key); // to the end: the keys that did not come for the longest time stand first
      came.set(key, times);
      if (came.size > mostKeys) came.delete(came.keys().next().value ?? '');
      return may;
    },
  };
};
