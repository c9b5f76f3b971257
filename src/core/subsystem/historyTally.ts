import type { HistoryFigures, KindOfChange, Known } from './card.ts';
import type { Commit } from './commit.ts';
import type { History } from './history.ts';
import type { Year } from './yearBefore.ts';

/** What is counted of one subsystem, commit by commit, newest first. */
export interface Tally {
  add(commit: Commit, kind: KindOfChange): void;
  figures(): HistoryFigures;
}

const DAY = 86_400;

export const createHistoryTally = (history: Pick<History, 'people' | 'complete'>, year: Year): Tally => {
  const { people } = history;
  const months = year.months.map((month) => ({ month, patches: 0 }));
  const kinds = noKinds();
  const [authors, reviewers, appliers] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const newcomers = createNewcomers(people, year);
  const reverts = createReverts();
  const waits: number[] = [];
  let patches = 0;
  let reviewed = 0;
  return {
    add: (commit, kind) => {
      const author = people.of(commit.author);
      const applier = people.of(commit.committer);
      const others = commit.reviewers.map(people.of).filter((person) => person !== author);
      const month = months[year.monthOf(commit.commitTime) ?? -1];
      patches++;
      if (month) month.patches++;
      kinds[kind]++;
      authors.add(author);
      for (const person of others) reviewers.add(person);
      if (others.length > 0) reviewed++;
      newcomers.add(author, commit.commitTime, kind);
      reverts.add(commit);
      if (applier === author) return;
      appliers.add(applier);
      // A clock that stood still or ran ahead says nothing, or nothing below zero.
      if (commit.authorTime > 0) waits.push(Math.max(0, commit.commitTime - commit.authorTime) / DAY);
    },
    figures: () => ({
      until: new Date(year.until * 1000).toISOString(),
      months,
      patches,
      authors: authors.size,
      kinds,
      newcomers: history.complete ? { kind: 'known', value: newcomers.figures() } : shallow,
      medianDaysToMerge: medianOf(waits),
      medianDaysToReply: noArchive,
      reviewers: reviewers.size,
      reviewedShare: patches === 0 ? 0 : reviewed / patches,
      appliers: appliers.size,
      revertedShare: patches === 0 ? 0 : reverts.count() / patches,
      newcomerCleanUps: history.complete ? newcomers.cleanUps() : 0,
    }),
  };
};

/** Whose first commit it was, by their first kind; and how many clean-ups they had merged in all. */
const createNewcomers = (people: History['people'], year: Year) => {
  const firsts = new Map<number, KindOfChange>();
  let cleanUps = 0;
  return {
    add: (author: number, time: number, kind: KindOfChange): void => {
      const first = people.firstOf(author);
      if (first === undefined || first <= year.since) return;
      if (kind === 'cleanup') cleanUps++;
      // Of several in one second, the one that comes last here is the oldest.
      if (time === first) firsts.set(author, kind);
    },
    figures: () => {
      const kinds = noKinds();
      for (const kind of firsts.values()) kinds[kind]++;
      return { people: firsts.size, kinds };
    },
    cleanUps: () => cleanUps,
  };
};

const createReverts = () => {
  const ids: string[] = [];
  const named: string[] = [];
  return {
    add: ({ id, reverts }: Commit): void => {
      ids.push(id);
      named.push(...reverts);
    },
    count: (): number => {
      const lengths = [...new Set(named.map(({ length }) => length))];
      const reverted = new Set(named);
      return ids.filter((id) => lengths.some((length) => reverted.has(id.slice(0, length)))).length;
    },
  };
};

const noKinds = (): Record<KindOfChange, number> => ({ fix: 0, cleanup: 0, docs: 0, tests: 0, feature: 0 });

const medianOf = (days: readonly number[]): Known<number> => {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) {
    return { kind: 'unknown', because: 'nothing that somebody else wrote was applied in this year' };
  }
  return { kind: 'known', value: Math.round((low + high) * 5) / 10 };
};

const shallow: Known<never> = {
  kind: 'unknown',
  because: 'this is a shallow clone, so nobody’s first commit is known',
  settle: 'git fetch --unshallow',
};

const noArchive: Known<never> = { kind: 'unknown', because: 'replies stand in the list’s archive, which was not read' };
