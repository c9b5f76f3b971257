import { tipRanks } from './tipRanks.ts';
import type { WrittenTrailer } from './trailer.ts';
import { type TrailerUnit, trailerKey, trailerUnits, unitOf } from './trailerUnits.ts';

/** `usual`: what is there stays, new ones go where most put them. `tip`: all in the order of the tip tree. */
export type TrailerStyle = 'usual' | 'tip';

/**
 * The lines of a message's last paragraph with further trailers in it. None is lost; one that is there already is not
 * written twice. A co-developer's two lines and a report's address stay where they belong.
 */
export const orderTrailers = (
  block: readonly string[],
  style: TrailerStyle,
  add: readonly WrittenTrailer[],
): readonly string[] => {
  const units = trailerUnits(block);
  const present = new Set(units.map(trailerKey));
  const fresh: TrailerUnit[] = [];
  for (const trailer of add) {
    const key = trailerKey(trailer);
    if (!present.has(key)) fresh.push(unitOf(trailer));
    present.add(key);
  }
  const ordered = style === 'tip' ? inTipOrder(units, fresh) : inUsualOrder(units, fresh);
  return ordered.flatMap(({ lines }) => lines);
};

const named = ({ token }: WrittenTrailer, ...tokens: readonly string[]): boolean =>
  tokens.includes(token.toLowerCase());

const signOffKey = ({ value }: WrittenTrailer): string => trailerKey({ token: 'Signed-off-by', value });

/** New trailers that go to one place together: a report with its addresses, a co-developer with the sign-off. */
const bundles = (fresh: readonly TrailerUnit[]): readonly (readonly TrailerUnit[])[] => {
  const all: TrailerUnit[][] = [];
  for (const unit of fresh) {
    const open = all.at(-1);
    const [first] = open ?? [];
    const ofReport = first && named(first, 'reported-by') && named(unit, 'closes', 'link');
    const ofPair =
      first
      && open?.length === 1
      && named(first, 'co-developed-by')
      && named(unit, 'signed-off-by')
      && signOffKey(first) === trailerKey(unit);
    if (open && (ofReport || ofPair)) open.push(unit);
    else all.push([unit]);
  }
  return all;
};

const inUsualOrder = (units: readonly TrailerUnit[], fresh: readonly TrailerUnit[]): readonly TrailerUnit[] => {
  const ordered = [...units];
  for (const bundle of bundles(fresh)) {
    const [first] = bundle;
    if (first) ordered.splice(usualPlace(ordered, first, bundle.length), 0, ...bundle);
  }
  return ordered;
};

/** What tells why comes first, in this order. */
const EARLY: readonly (readonly string[])[] = [
  ['fixes'],
  ['reported-by', 'closes'],
  ['originally-by', 'suggested-by'],
  ['cc'],
];
const earlyRank = (unit: WrittenTrailer): number => EARLY.findIndex((tokens) => named(unit, ...tokens));

const usualPlace = (units: readonly TrailerUnit[], added: TrailerUnit, count: number): number => {
  if (named(added, 'link')) return units.length;
  if (named(added, 'co-developed-by') && count === 1) {
    const own = units.findIndex((unit) => named(unit, 'signed-off-by') && trailerKey(unit) === signOffKey(added));
    if (own >= 0) return own;
  }
  if (named(added, 'co-developed-by')) return authorAt(units);
  if (named(added, 'signed-off-by')) return linksAt(units);
  const rank = earlyRank(added);
  return rank < 0 ? lastSignOffAt(units) : earlyPlace(units, rank, firstSignOffAt(units));
};

/** Behind those of its kind and the kinds before it; else before the next kind. */
const earlyPlace = (units: readonly TrailerUnit[], rank: number, end: number): number => {
  const early = units.slice(0, end).map(earlyRank);
  const before = early.findLastIndex((one) => one >= 0 && one <= rank);
  if (before >= 0) return before + 1 + reportLinks(units.slice(before, end));
  const after = early.findIndex((one) => one > rank);
  return after >= 0 ? after : end;
};

/** How many addresses of a report follow its reporter. */
const reportLinks = ([reporter, ...rest]: readonly TrailerUnit[]): number => {
  if (!reporter || !named(reporter, 'reported-by', 'closes')) return 0;
  const other = rest.findIndex((unit) => !named(unit, 'closes', 'link'));
  return other < 0 ? rest.length : other;
};

/** Where the author's sign-off stands: the first that is no co-developer's; the end where there is none. */
const authorAt = (units: readonly TrailerUnit[]): number => {
  const at = units.findIndex((unit, index) => named(unit, 'signed-off-by') && !isPaired(units, index));
  if (at >= 0) return at;
  const last = units.findLastIndex((unit) => named(unit, 'signed-off-by'));
  return last >= 0 ? last + 1 : linksAt(units);
};

const isPaired = (units: readonly TrailerUnit[], at: number): boolean => {
  const [above, unit] = [units[at - 1], units[at]];
  return (
    above !== undefined
    && unit !== undefined
    && named(above, 'co-developed-by')
    && signOffKey(above) === trailerKey(unit)
  );
};

/** Where the block of those who wrote it begins: the first co-developer's pair, or the author's sign-off. */
const firstSignOffAt = (units: readonly TrailerUnit[]): number => {
  const author = authorAt(units);
  const first = units.findIndex((unit) => named(unit, 'co-developed-by', 'signed-off-by'));
  return first >= 0 && first < author ? first : author;
};

/** Who sends it signs last; where that is a co-developer, the pair stays whole. */
const lastSignOffAt = (units: readonly TrailerUnit[]): number => {
  const last = units.findLastIndex((unit) => named(unit, 'signed-off-by'));
  if (last < 0) return linksAt(units);
  return isPaired(units, last) ? last - 1 : last;
};

/** Where the links at the end begin. */
const linksAt = (units: readonly TrailerUnit[]): number => {
  const at = units.findLastIndex((unit) => !named(unit, 'link')) + 1;
  return at + reportLinks(units.slice(Math.max(0, at - 1)));
};

const inTipOrder = (units: readonly TrailerUnit[], fresh: readonly TrailerUnit[]): readonly TrailerUnit[] => {
  const own = [...units];
  const rest: TrailerUnit[] = [];
  for (const bundle of bundles(fresh)) {
    const [first] = bundle;
    // A co-developer whose sign-off is there goes above it.
    const isHalf = first !== undefined && bundle.length === 1 && named(first, 'co-developed-by');
    const at = isHalf ? own.findIndex((unit) => trailerKey(unit) === signOffKey(first)) : -1;
    if (isHalf && at >= 0) own.splice(at, 0, first);
    else rest.push(...bundle);
  }
  const ranked = [...withRanks(own), ...withRanks(rest)];
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ unit }) => unit);
};

/** What may stand anywhere stays behind what it follows. */
const withRanks = (units: readonly TrailerUnit[]): readonly { readonly unit: TrailerUnit; readonly rank: number }[] => {
  const ranks = tipRanks(units);
  let above = -1;
  return units.map((unit, index) => {
    const rank = ranks[index] ?? above;
    above = rank;
    return { unit, rank };
  });
};
