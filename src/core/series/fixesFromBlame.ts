/** A commit that may have brought a bug. */
export interface BlamedCommit {
  readonly sha: string;
  /** Its first digits, as many as the tree asks for and as tell it from all others. */
  readonly short: string;
  readonly subject: string;
  /** When it was committed, seconds since 1970. */
  readonly time: number;
  /** How many files it touched. */
  readonly files: number;
  /** The edge of a shallow clone: all older lines seem to come from it. */
  readonly isEdge: boolean;
}

/** A line that a patch is about, and who brought it. */
export interface BlamedLine {
  readonly sha: string;
  /** From 0 (blank) to 1 (code that goes away). */
  readonly weight: number;
  /** It goes away; else something is added near it. */
  readonly isRemoved: boolean;
}

/** A commit that the message speaks of. */
export interface NamedInMessage {
  readonly sha: string;
  /** `revert`: git's own words for undoing it. `blame`: the words around it say that it brought the bug. */
  readonly as: 'revert' | 'blame' | 'mention';
}

export interface FixesEvidence {
  readonly lines: readonly BlamedLine[];
  readonly commits: ReadonlyMap<string, BlamedCommit>;
  readonly named: readonly NamedInMessage[];
  /** The message's prose on one line: it may quote a subject. */
  readonly prose: string;
}

export interface RankedCommit {
  readonly commit: BlamedCommit;
  /** Its part of all that speaks for any commit: from 0 to 1. */
  readonly share: number;
  /** How many lines that count as more than white space come from it. */
  readonly removed: number;
  readonly near: number;
  readonly named?: NamedInMessage['as'];
}

export interface FixesRanking {
  /** The likeliest first. */
  readonly ranked: readonly RankedCommit[];
  /** Lines that count, of all commits together. */
  readonly removed: number;
  readonly near: number;
  /** Lines older than a shallow clone. */
  readonly beyond: number;
}

// Learned on U-Boot's fixes before 2024, see benchmarks/blamed.ts. Only the first two matter much.
const NAMED = { revert: 4, blame: 2, mention: 2 } as const;
const NEAR_REMOVED = 0.3;
const SUBJECT_QUOTED = 0.5;
const NEWEST = 1.2;
const COUNTS = 0.03;

/** Which commits a fix may be the fix of, by who brought the lines that it changes and by what its message names. */
export const fixesFromBlame = ({ lines, commits, named, prose }: FixesEvidence): FixesRanking => {
  const known = lines.filter(({ sha }) => commits.get(sha)?.isEdge === false);
  const tally = tallyOf(known);
  const all = [...tally.values()].reduce((sum, { weight }) => sum + weight, 0) || 1;
  const newest = [...tally.keys()].reduce((time, sha) => Math.max(time, commits.get(sha)?.time ?? 0), 0);
  const how = new Map(named.map(({ sha, as }) => [sha, as]).reverse() as [string, NamedInMessage['as']][]);
  const scored = [...new Set([...how.keys(), ...tally.keys()])].flatMap((sha) => {
    const commit = commits.get(sha);
    if (!commit) return [];
    const { weight, removed, near } = tally.get(sha) ?? { weight: 0, removed: 0, near: 0 };
    const quoted = commit.subject.length > 15 && prose.includes(commit.subject) ? SUBJECT_QUOTED : 0;
    const as = how.get(sha);
    const bonus = as === undefined ? 0 : NAMED[as];
    const score = ((weight / all) * (commit.time === newest ? NEWEST : 1) + quoted) * lessOf(commit) + bonus;
    return [{ score, one: { commit, removed, near, ...(as !== undefined && { named: as }) } }];
  });
  const total = scored.reduce((sum, { score }) => sum + score, 0) || 1;
  const count = (isRemoved: boolean): number =>
    lines.filter((line) => line.isRemoved === isRemoved && line.weight > COUNTS).length;
  return {
    ranked: scored
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || b.one.commit.time - a.one.commit.time)
      .map(({ score, one }) => ({ ...one, share: score / total })),
    removed: count(true),
    near: count(false),
    beyond: lines.filter(({ sha }) => commits.get(sha)?.isEdge === true).length,
  };
};

interface Tally {
  weight: number;
  removed: number;
  near: number;
}

const tallyOf = (lines: readonly BlamedLine[]): ReadonlyMap<string, Tally> => {
  const removes = lines.reduce((sum, { weight, isRemoved }) => sum + (isRemoved ? weight : 0), 0) >= 0.5;
  const tally = new Map<string, Tally>();
  for (const { sha, weight, isRemoved } of lines) {
    const one = tally.get(sha) ?? { weight: 0, removed: 0, near: 0 };
    one.weight += weight * (removes && !isRemoved ? NEAR_REMOVED : 1);
    if (weight > COUNTS) one[isRemoved ? 'removed' : 'near']++;
    tally.set(sha, one);
  }
  return tally;
};

/** What touches many files, or says that it only moves things about, brings a bug less often. */
const lessOf = ({ files, subject }: BlamedCommit): number =>
  (files > 100 ? 0.3 : files > 30 ? 0.6 : 1) * (MOVES.test(subject) ? 0.8 : 1);

const MOVES = new RegExp(
  [
    '\\b(?:renam|mov(?:e|ing)\\b|convert|conversion|treewide|global\\b|spdx|clean ?-?up|reformat|indent|',
    'coding style|checkpatch|typos?\\b|white ?space|refactor|split\\b|migrate|re-?sync)',
  ].join(''),
  'i',
);
