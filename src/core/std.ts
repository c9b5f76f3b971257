/** A source of numbers, each at least 0 and below 1. Handed in wherever something is drawn: the core owns no dice. */
export type Random = () => number;

/**
 * The same seed gives the same numbers on every machine: Mulberry32 (Tommy Ettinger), started from the 32-bit FNV-1a
 * hash of the seed's text. Good for drawing among sites; not for secrets.
 */
export const seededRandom = (seed: string | number): Random => {
  let state = fnv1a(String(seed));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** One of the items, each as likely as the others. */
export const draw = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** The items in another order, every order as likely (Fisher and Yates); the list given stays as it is. */
export const shuffle = <Item>(items: readonly Item[], random: Random): Item[] => {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) {
    const at = Math.floor(random() * left.length);
    drawn.push(left[at] as Item);
    left[at] = left[left.length - 1] as Item; // the hole is filled from the end: no shifting
    left.pop();
  }
  return drawn;
};

/** For sort(): by UTF-16 unit, so that the order is the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Over UTF-16 units, both bytes of each, so that seeds in any script differ. */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash;
};
