import { type Candidate, LEAST_TESTABLE, MOST_OPEN } from './candidate.ts';
import type { Known } from './card.ts';
import { kindWords } from './kindWords.ts';
import { matchHardware } from './matchHardware.ts';
import { matchInterest } from './matchInterest.ts';
import type { Newcomer } from './newcomer.ts';
import { slopeOf } from './slopeOf.ts';
import { cleanUpWords } from './stance.ts';
import type { CleanUpStance } from './stances.ts';
import { type Steep, steepness } from './steepness.ts';

/** What one measure says of one subsystem for one newcomer. `fit` is 0 to 1. */
export type Fit =
  | { readonly kind: 'counted'; readonly fit: number; readonly seen: string }
  /** It lowers nothing and raises nothing. */
  | { readonly kind: 'unknown'; readonly because: string; readonly settle?: string }
  /** The newcomer left the question out, or it does not arise. */
  | { readonly kind: 'not asked' };

export interface Measure {
  readonly name: string;
  readonly weight: number;
  readonly fit: (newcomer: Newcomer, candidate: Candidate) => Fit;
}

const counted = (fit: number, seen: string): Fit => ({ kind: 'counted', fit: Math.min(1, Math.max(0, fit)), seen });
const notAsked: Fit = { kind: 'not asked' };

const when = <Value>(known: Known<Value>, fit: (value: Value) => Fit): Fit =>
  known.kind === 'known' ? fit(known.value) : known;

const counting = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** A sentence to stand within another: a word that begins it may be a name, and then stays large. */
const asClause = (sentence: string): string =>
  sentence.replace(/\.$/, '').replace(/^(?:All|For|More|Less|It|In|No)\b/, (word) => word.toLowerCase());

/** Rises from 0 at nothing towards 1; at `half` it is a half. */
const rising = (count: number, half: number): number => 1 - 0.5 ** (count / half);

const interest: Measure['fit'] = ({ interests, hardware }, candidate) => {
  if (interests.length === 0) return notAsked;
  const liked = interests.map((word) => matchInterest(word, candidate));
  // What one has on the desk is one's own, too, and few others can test it.
  const owned = hardware.map((thing) => matchHardware(thing, candidate));
  const all = [...liked, ...owned];
  const best = Math.max(...liked.map(({ fit }) => fit));
  const mean = all.reduce((sum, { fit }) => sum + fit, 0) / all.length;
  const fit = 0.7 * best + 0.3 * mean;
  const met = all.filter((match) => match.fit > 0).map((match) => `${match.word} (${match.seen})`);
  if (met.length === 0) return counted(0, 'it is nothing that you named');
  return counted(fit, `${fit < 0.5 ? 'it has only a little to do with' : 'you named'} ${met.join(' and ')}`);
};

/** Hours until a patch there is one’s own work, as we reckon, and the most that time can make good. */
const TIME: Readonly<Record<Steep, readonly [hours: number, most: number]>> = {
  gentle: [20, 1],
  moderate: [60, 1],
  steep: [240, 0.45],
  'very steep': [720, 0.15],
};
const WEEKS_A_MONTH = 52 / 12;

const ease: Measure['fit'] = ({ hours, months }, candidate) => {
  const { steep, because } = steepness(slopeOf(candidate));
  const [needed, most] = TIME[steep];
  // Who leaves the questions out is taken for somebody with a few evenings: five hours a week, three months.
  const has = (hours ?? 5) * (months ?? 3) * WEEKS_A_MONTH;
  const reasons = because.length === 0 ? '' : ` (${because.join('; ')})`;
  return counted(
    Math.min(most, has / needed),
    `it is ${steep} to begin in${reasons}; you have ${Math.round(has)} hours in all`,
  );
};

const testable: Measure['fit'] = ({ hardware }, candidate) => {
  const match = hardware.map((thing) => matchHardware(thing, candidate)).find(({ fit }) => fit >= 0.5);
  if (match) return counted(1, `you have the hardware (${match.word}): ${match.seen}`);
  const { verdict, seen, share } = candidate.inQemu;
  if (verdict === 'unknown') return { kind: 'unknown', because: seen };
  // Half of the code is as good as all of it to begin in; a scattered few files are nothing.
  const fit = share < LEAST_TESTABLE ? 0 : 0.8 * Math.min(1, 2 * share);
  return counted(fit, verdict === 'holds' ? asClause(seen) : `you named no device for it: ${asClause(seen)}`);
};

const newcomers: Measure['fit'] = (_newcomer, { history }) =>
  when(history, ({ newcomers: known }) =>
    when(known, ({ people, kinds }) => {
      if (people === 0) return counted(0, 'nobody had a first patch merged here in the last year');
      const who = people === 1 ? 'one person' : `${people} people`;
      return counted(
        rising(people, 2.5),
        `${who} had a first patch merged here in the last year (${kindWords(kinds)})`,
      );
    }),
  );

const STATUS: readonly (readonly [status: RegExp, fit: number])[] = [
  [/supported/i, 1],
  [/odd fixes/i, 0.2],
  [/maintained/i, 0.9],
];

const people: Measure['fit'] = (_newcomer, { about, history }) => {
  const { status, maintainers, reviewers, lists } = about;
  const paid = STATUS.find(([pattern]) => pattern.test(status))?.[1] ?? 0.5;
  const there = rising(maintainers + reviewers, 1.5);
  // A list of its own is where others read along and answer when the maintainer is away.
  const heard = lists.some((list) => !list.startsWith('linux-kernel@')) ? 1 : 0.5;
  const said = [
    `${status || 'no status'}`,
    counting(maintainers, 'maintainer', 'maintainers'),
    counting(reviewers, 'reviewer', 'reviewers'),
  ];
  if (history.kind === 'unknown') return counted((paid + 2 * there + heard) / 4, said.join(', '));
  const { reviewers: seen, reviewedShare } = history.value;
  const active = (rising(seen, 4) + Math.min(1, reviewedShare * 1.5)) / 2;
  const reviewed = `${seen} people reviewed here in the year, ${Math.round(reviewedShare * 100)} % of the patches`;
  return counted((paid + 2 * there + heard + 2 * active) / 6, [...said, reviewed].join(', '));
};

const activity: Measure['fit'] = (_newcomer, { history }) =>
  when(history, ({ patches }) => {
    // From ten a year somebody is there; above a thousand a newcomer’s patch is one of many in somebody’s morning.
    const busy = patches > 1000 ? Math.max(0.3, 1 - Math.log10(patches / 1000)) : 1;
    return counted(
      Math.min(busy, Math.log10(Math.max(1, patches / 3)) / Math.log10(20)),
      `${patches} patches in the year`,
    );
  });

const breadth: Measure['fit'] = (_newcomer, { files }) =>
  counted(
    Math.log10(Math.max(1, files / 3)) / Math.log10(20),
    `${files} files: ${files < 12 ? 'soon there is nothing left to do' : 'there is more to do after the first patch'}`,
  );

const tests: Measure['fit'] = (_newcomer, { selftests, kunit, testFiles }) => {
  const units = kunit.kind === 'known' ? kunit.value.length : 0;
  const others = units + selftests.length === 0 ? testFiles.length : 0;
  if (units + selftests.length + others === 0) return counted(0, 'no tests of its own were found');
  const seen = [
    units > 0 ? counting(units, 'file of unit tests', 'files of unit tests') : '',
    selftests.length > 0 ? counting(selftests.length, 'folder of selftests', 'folders of selftests') : '',
    others > 0 ? counting(others, 'test file', 'test files') : '',
  ].filter((part) => part !== '');
  return counted(0.5 + 0.5 * rising(units + 3 * selftests.length + others, 3), `it has tests: ${seen.join(', ')}`);
};

const CLEAN_UPS: Readonly<Record<CleanUpStance, number>> = {
  welcome: 1,
  'only with other work': 0.3,
  discouraged: 0,
  none: 0,
};

const cleanUps: Measure['fit'] = (_newcomer, { cleanUps: { stance, ...why } }) =>
  stance === 'unknown'
    ? { kind: 'unknown', ...why }
    : counted(CLEAN_UPS[stance], `${cleanUpWords[stance]}: ${asClause(why.because)}`);

const sites: Measure['fit'] = (_newcomer, candidate) => {
  // What is not wanted there is nothing to begin with; the measure before has said so.
  const { stance } = candidate.cleanUps;
  if (stance === 'discouraged' || stance === 'none') return notAsked;
  return when(candidate.sites, (rules) => {
    const ready = rules.reduce((sum, one) => sum + one.ready, 0);
    return counted(
      rising(ready, 1.5),
      `${ready === 0 ? 'no' : ready} open ${ready === 1 ? 'site is' : 'sites are'} ready to begin with`,
    );
  });
};

const merging: Measure['fit'] = ({ months }, { history }) => {
  if (months === undefined) return notAsked;
  return when(history, ({ medianDaysToMerge }) =>
    when(medianDaysToMerge, (days) => {
      // A first patch takes three rounds, and each waits about as long as a merged one did.
      const rounds = (months * 30) / Math.max(7, days);
      return counted(
        rounds / 6,
        `half of what is merged takes ${Math.round(days)} days; you have ${Math.round(months * 30)}`,
      );
    }),
  );
};

const load: Measure['fit'] = (_newcomer, candidate) => {
  if (candidate.load === 0) return notAsked;
  const fit = candidate.load > MOST_OPEN ? 0 : 1 - candidate.load / (MOST_OPEN + 1);
  return counted(
    fit,
    `${candidate.load} of your patches ${candidate.load === 1 ? 'is' : 'are'} open here: each one costs review`,
  );
};

/** The formula: the mean of what is known, by weight, out of a hundred. docs/advice.md says it in words. */
export const adviceWeights: readonly Measure[] = [
  { name: 'interest', weight: 8, fit: interest },
  { name: 'ease', weight: 7, fit: ease },
  { name: 'testable', weight: 6, fit: testable },
  { name: 'newcomers', weight: 5, fit: newcomers },
  { name: 'people', weight: 4, fit: people },
  { name: 'activity', weight: 3, fit: activity },
  { name: 'breadth', weight: 3, fit: breadth },
  { name: 'tests', weight: 3, fit: tests },
  { name: 'clean-ups', weight: 3, fit: cleanUps },
  { name: 'sites', weight: 2, fit: sites },
  { name: 'merging', weight: 2, fit: merging },
  { name: 'load', weight: 4, fit: load },
];
