/** So many tries within so many seconds, counted from the first of them. */
export interface TryLimit {
  readonly most: number;
  readonly within: number;
}

/** What was counted, and since when: milliseconds since 1970. */
export interface Tries {
  readonly count: number;
  readonly since: number;
}

export type Tried =
  | { readonly kind: 'go'; readonly tries: Tries }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Whether one more try is taken. One that is refused does not count, else somebody who goes on asking in another's name
 * would keep them out for ever.
 */
export const tryLimit = (tries: Tries | undefined, { most, within }: TryLimit, now: number): Tried => {
  const ends = (tries?.since ?? 0) + within * 1000;
  // Of two at the same time the later one may come first; only a clock that was set back by more begins anew.
  const isSetBack = now + within * 1000 < (tries?.since ?? 0);
  if (tries === undefined || tries.count === 0 || now >= ends || isSetBack) {
    return { kind: 'go', tries: { count: 1, since: now } };
  }
  if (tries.count < most) return { kind: 'go', tries: { count: tries.count + 1, since: tries.since } };
  return { kind: 'wait', seconds: Math.min(within, Math.ceil((ends - now) / 1000)) };
};

const QUARTER = 15 * 60;
const DAY = 24 * 60 * 60;

/**
 * What is tried at the door. A network is a /24 or a /64: the limits let a whole class sign up in the last hour, and an
 * address is not flooded with links that it never asked for.
 */
export const signInLimits = {
  linkToAddress: { most: 5, within: QUARTER },
  linkFromNetwork: { most: 200, within: QUARTER },
  linkUsedFromNetwork: { most: 300, within: QUARTER },
  passkeyFromNetwork: { most: 300, within: QUARTER },
  passkeyOfAccount: { most: 20, within: QUARTER },
  newAddressOfAccount: { most: 5, within: DAY },
  newAddress: { most: 3, within: DAY },
} as const satisfies Readonly<Record<string, TryLimit>>;
