import type { BlamedCommit, FixesRanking, RankedCommit } from './fixesFromBlame.ts';
import type { LeftOut, Offered, Proposal } from './proposal.ts';

/** What is said of one patch: an offer, or why there is none. */
export interface FixesOrder {
  /** Of the series, from 1. */
  readonly patch: number;
  readonly ranking: FixesRanking;
  /** What would settle it where this cannot: a command. */
  readonly settle: string;
  /** More was changed than was looked at. */
  readonly isCut: boolean;
}

/** Below this part of what speaks for any commit, the first of several is too often wrong. */
const ENOUGH = 0.45;
/** Lines around tell less than lines that go. */
const ENOUGH_NEAR = 0.8;

/** `Fixes:` as it would be written, with what was seen; or why nobody should guess. */
export const fixesProposal = ({ patch, ranking, settle, isCut }: FixesOrder): Proposal | LeftOut => {
  const [first, ...others] = ranking.ranked;
  const trust = first && trustOf(first, ranking);
  if (!first || trust === undefined) return { kind: 'fixes', patch, because: becauseOf(ranking, settle) };
  const offered = offerOf(first, ranking);
  const more = isCut ? ' The patch changes more than was looked at.' : '';
  return {
    kind: 'fixes',
    patch,
    ...offered,
    seen: `${offered.seen}${more}`,
    trust,
    instead: others.slice(0, 2).map((one) => offerOf(one, ranking)),
  };
};

const trustOf = (
  { named, removed, near, share }: RankedCommit,
  ranking: FixesRanking,
): Proposal['trust'] | undefined => {
  if (named === 'revert') return 'sure';
  if (named !== undefined && removed + near > 0) return 'sure';
  if (named !== undefined) return named === 'blame' ? 'likely' : 'unsure';
  // What is older than the clone may be where the bug came from.
  if (ranking.beyond * 2 > ranking.removed + ranking.near) return undefined;
  if (ranking.removed > 0) return share >= ENOUGH ? 'likely' : undefined;
  return share >= ENOUGH_NEAR ? 'unsure' : undefined;
};

const offerOf = (one: RankedCommit, ranking: FixesRanking): Offered => ({
  trailer: { token: 'Fixes', value: commitText(one.commit) },
  seen: sentence(`${seenOf(one, ranking)} (${dayOf(one.commit)})`),
});

/** `123456789012 ("mm: slub: Keep two lists")` */
const commitText = ({ short, subject }: Pick<BlamedCommit, 'short' | 'subject'>): string =>
  `${short} ("${subject.replace(/\p{Cc}+/gu, ' ').trim()}")`;

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

const seenOf = ({ named, removed, near }: RankedCommit, ranking: FixesRanking): string => {
  const lines =
    removed > 0
      ? `${ofLines(removed, ranking.removed)} that the patch removes ${removed === 1 ? 'comes' : 'come'} from it`
      : near > 0
        ? `${ofLines(near, ranking.near)} around the change ${near === 1 ? 'comes' : 'come'} from it`
        : '';
  const onlyAdds = removed === 0 && ranking.removed === 0 && near > 0 ? 'the patch only adds lines; ' : '';
  if (named === undefined) return `${onlyAdds}${lines || 'the function around the change has lines from it'}`;
  const words = { revert: 'the patch reverts it', blame: 'the message blames it', mention: 'the message names it' }[
    named
  ];
  return lines === '' ? words : `${words}, and ${lines}`;
};

const ofLines = (count: number, all: number): string => {
  if (all === 1) return 'the only line';
  if (count === all && all === 2) return 'both lines';
  return count === all ? `all ${all} lines` : `${count} of the ${all} lines`;
};

/** In UTC, as everything that the tree is asked of. */
const dayOf = ({ time }: BlamedCommit): string =>
  Number.isSafeInteger(time) && Math.abs(time) < 8e12 ? new Date(time * 1000).toISOString().slice(0, 10) : 'no date';

const becauseOf = ({ ranked, removed, near, beyond }: FixesRanking, settle: string): string => {
  const commits = ranked.filter((one) => one.removed + one.near > 0);
  const end = `Find the commit that brought the bug: ${settle}`;
  if (beyond > 0 && beyond * 2 > removed + near)
    return `${beyond} of the lines are older than this clone, which has only the last part of the history. ${end}`;
  if (commits.length === 0) return `No line of it leads to a commit. ${end}`;
  const all = `${commits.length} commit${commits.length === 1 ? '' : 's'}`;
  const around = commits.length === 1 ? 'the little code around' : 'the code around';
  const what =
    removed > 0
      ? `The ${removed} lines that it removes and those around come from ${all}, and none of them stands out.`
      : `It only adds lines, and ${around} comes from ${all}: that says little of where the bug came from.`;
  const likeliest = commits.slice(0, 3).map(({ commit }) => commitText(commit));
  return `${what} Possible: ${likeliest.join('; ')}. ${end}`;
};
