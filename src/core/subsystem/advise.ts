import { seededRandom } from '../std.ts';
import { adviceWeights, type Fit } from './adviceWeights.ts';
import { type Candidate, MOST_OPEN } from './candidate.ts';
import { matchInterest } from './matchInterest.ts';
import type { Newcomer } from './newcomer.ts';

/** One subsystem of the advice. */
export interface Advised {
  readonly name: string;
  /** 0 to 100. */
  readonly score: number;
  /** Every measure that was looked at, those that counted most first. */
  readonly counted: readonly Counted[];
  /** Sentences that speak for it, with the points that each brought. */
  readonly because: readonly string[];
  readonly against: readonly string[];
  /** Of `against`, what to know beforehand though it cost no points. */
  readonly cautions: readonly string[];
  readonly candidate: Candidate;
}

export interface Counted {
  readonly measure: string;
  readonly fit: number;
  /** Of a hundred: what it brought, and what it could have brought at most. */
  readonly points: number;
  readonly most: number;
  readonly seen: string;
}

export interface Advice {
  readonly newcomer: Newcomer;
  /** The best first; of these the first `RECOMMENDED` are recommended. */
  readonly advised: readonly Advised[];
  /** Measures that nothing was known of, for any that is advised, each with the reason and what would settle it. */
  readonly unknown: readonly { readonly measure: string; readonly because: string; readonly settle?: string }[];
  /** Of the weights that were asked for, how much could be looked at: 0 to 1. */
  readonly knownShare: number;
}

/** Choosing more is worse: every list has its own people and habits, and reviewers answer those they know. */
export const RECOMMENDED = 2;
const LISTED = 5;
/** Below this an interest is hardly met. */
const MET = 0.4;
/** Points of the hundred that are drawn, for each person others, so that not all newcomers land in one place. */
export const DRAWN = 2;

/**
 * Which subsystems to begin in: those that meet an interest first, the best by `adviceWeights` first among them. Where
 * fewer meet it than are listed, the best of the others follow. `who` spreads equals.
 */
export const advise = (newcomer: Newcomer, candidates: readonly Candidate[], who = ''): Advice => {
  const weighed = candidates.map((candidate) => weigh(newcomer, candidate, who));
  const chosen = weighed.toSorted(bestFirst).slice(0, LISTED);
  const fits = chosen.flatMap((one) => one.fits);
  return {
    newcomer,
    advised: chosen.map(
      ({ fits: _fits, isMet: _isMet, isTestable: _isTestable, order: _order, ...advised }) => advised,
    ),
    unknown: unknownOf(fits),
    knownShare: shareKnown(fits),
  };
};

/**
 * Those worth a closer look, by what is known at little cost: every card filled would take long. Also how many there
 * were to choose from.
 */
export const shortlist = (
  newcomer: Newcomer,
  candidates: readonly Candidate[],
  count: number,
): { readonly names: readonly string[]; readonly matching: number } => {
  const weighed = candidates.map((candidate) => weigh(newcomer, candidate, ''));
  return {
    names: weighed
      .toSorted(bestFirst)
      .slice(0, count)
      .map(({ name }) => name),
    matching: weighed.filter(({ isMet }) => isMet).length,
  };
};

const bestFirst = (one: Weighed, other: Weighed): number =>
  Number(other.isMet) - Number(one.isMet)
  || Number(isFull(one.candidate)) - Number(isFull(other.candidate))
  || Number(other.isTestable) - Number(one.isTestable)
  || other.order - one.order;

/** So much of the person is open there already that more would be a burden. */
const isFull = ({ load }: Candidate): boolean => load > MOST_OPEN;

interface MeasureFit {
  readonly name: string;
  readonly weight: number;
  readonly fit: Fit;
}

type Weighed = Advised & {
  readonly isMet: boolean;
  /** Surely, with what the newcomer has: whoever cannot try a change has to leave the proof to others. */
  readonly isTestable: boolean;
  readonly order: number;
  readonly fits: readonly MeasureFit[];
};

const weigh = (newcomer: Newcomer, candidate: Candidate, who: string): Weighed => {
  const fits = fitsOf(newcomer, candidate);
  const counted = pointsOf(fits);
  const score = counted.reduce(
    (sum, { points }) => sum + points,
    seededRandom(`${who} ${candidate.about.name}`)() * DRAWN,
  );
  const isTestable = fits.some(({ name, fit }) => name === 'testable' && fit.kind === 'counted' && fit.fit > 0);
  return {
    name: candidate.about.name,
    isTestable,
    score: Math.round(score),
    order: score,
    counted,
    because: counted.filter(({ fit }) => fit >= 0.5).map(({ seen }) => sentence(seen)),
    against: [...counted.filter(({ fit }) => fit < 0.5).map(({ seen }) => sentence(seen)), ...cautions(candidate)],
    cautions: cautions(candidate),
    isMet:
      newcomer.interests.length === 0 || newcomer.interests.some((word) => matchInterest(word, candidate).fit >= MET),
    fits,
    candidate,
  };
};

const fitsOf = (newcomer: Newcomer, candidate: Candidate): MeasureFit[] =>
  adviceWeights.map(({ name, weight, fit }) => ({ name, weight, fit: fit(newcomer, candidate) }));

/** What each measure brings one subsystem. */
export const countedFor = (newcomer: Newcomer, candidate: Candidate): readonly Counted[] =>
  pointsOf(fitsOf(newcomer, candidate));

/** Each measure’s part of the hundred; for first, against last: by what it brought, then by what it failed to bring. */
const pointsOf = (fits: readonly MeasureFit[]): Counted[] => {
  const known = fits.flatMap(({ name, weight, fit }) => (fit.kind === 'counted' ? [{ name, weight, ...fit }] : []));
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  return known
    .map(({ name, weight, fit, seen }) => ({
      measure: name,
      fit,
      points: ((100 - DRAWN) * weight * fit) / all,
      most: ((100 - DRAWN) * weight) / all,
      seen,
    }))
    .toSorted((one, other) => other.points - one.points || one.most - other.most);
};

/** What to know beforehand, though it costs no points. */
const cautions = ({ about }: Candidate): string[] => [
  ...(about.profile === undefined ? [] : [`It has rules of its own, to be read first: ${about.profile}.`]),
  ...(about.maintainers === 1 && about.reviewers === 0
    ? ['One person answers for it: when they are away, you wait.']
    : []),
];

const unknownOf = (fits: readonly MeasureFit[]): Advice['unknown'] => {
  const found = new Map<string, Advice['unknown'][number]>();
  for (const { name, fit } of fits) {
    if (fit.kind === 'unknown' && !found.has(name)) {
      found.set(name, {
        measure: name,
        because: fit.because,
        ...(fit.settle === undefined ? {} : { settle: fit.settle }),
      });
    }
  }
  return [...found.values()];
};

const shareKnown = (fits: readonly MeasureFit[]): number => {
  const asked = fits.filter(({ fit }) => fit.kind !== 'not asked');
  const sum = (some: readonly MeasureFit[]): number => some.reduce((total, { weight }) => total + weight, 0);
  return asked.length === 0 ? 0 : sum(asked.filter(({ fit }) => fit.kind === 'counted')) / sum(asked);
};

const sentence = (clause: string): string => `${clause[0]?.toUpperCase() ?? ''}${clause.slice(1)}.`;
