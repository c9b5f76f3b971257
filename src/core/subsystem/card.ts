import type { Verdict } from '../verdict.ts';
import type { CleanUpStance } from './stances.ts';

/** A figure, or why there is none and the command that would settle it. */
export type Known<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly because: string; readonly settle?: string };

/** What a subsystem is like for a newcomer. Numbers only: a person is never named here. */
export interface Card {
  readonly about: SubsystemAbout;
  readonly tree: TreeFigures;
  /** The year before the newest commit. */
  readonly history: Known<HistoryFigures>;
  /** Against an older tree of the same project. */
  readonly drift: Known<Drift>;
  readonly cleanUps: CleanUps;
  readonly sites: readonly OpenSites[];
  /** How many patches of the person who asks are open here. */
  readonly load: number;
}

/** As MAINTAINERS says. */
export interface SubsystemAbout {
  readonly name: string;
  /** The value of `S:`, `Odd Fixes`; empty where it is not said. */
  readonly status: string;
  readonly maintainers: number;
  readonly reviewers: number;
  readonly lists: readonly string[];
  /** The value of `P:`: a document of the tree, or an address. */
  readonly profile?: string;
}

export interface TreeFigures {
  readonly files: number;
  /** Files and folders that could not be read: the figures lack what is in them. */
  readonly unreadable: number;
  readonly lines: number;
  readonly bytes: number;
  /** The most lines first. */
  readonly languages: readonly { readonly language: string; readonly files: number; readonly lines: number }[];
  /** Folders below tools/testing/selftests that the subsystem owns, relative to the tree. */
  readonly selftests: readonly string[];
  /** Files that hold a KUnit suite, relative to the tree. */
  readonly kunit: readonly string[];
  readonly inQemu: InQemu;
}

/** Whether a plain QEMU guest can test it: holds, fails (it needs a device) or unknown, with what was seen. */
export interface InQemu {
  readonly verdict: Verdict;
  readonly seen: string;
  /** Of its code, what surely can be tested without a device: 0 to 1. */
  readonly share: number;
  /** The folder that holds most of that code, with its slash, relative to the tree. */
  readonly place?: string;
}

/** What a change does; the rule is in kindOfChange.ts. */
export type KindOfChange = 'fix' | 'cleanup' | 'docs' | 'tests' | 'feature';

export interface HistoryFigures {
  /** The committer's time of the newest commit, ISO 8601 in UTC: the year ends there, not today. */
  readonly until: string;
  /** Twelve whole months that end at that time, oldest first, each named by the month it ends in; they add up to `patches`. */
  readonly months: readonly { readonly month: string; readonly patches: number }[];
  /** Commits of the year with exactly one parent: no merges, no import. */
  readonly patches: number;
  readonly authors: number;
  readonly kinds: Readonly<Record<KindOfChange, number>>;
  /**
   * Authors whose first commit in the whole history (by the committer's time) is of this year and touches the subsystem;
   * `kinds` is that of each one's first patch. Unknown when shallow.
   */
  readonly newcomers: Known<{
    readonly people: number;
    readonly kinds: Readonly<Record<KindOfChange, number>>;
  }>;
  /** From the author’s date to the committer’s, in days, of what somebody else committed; unknown where there is none. */
  readonly medianDaysToMerge: Known<number>;
  /** To the first reply on a list: archives say that, and none is read yet. */
  readonly medianDaysToReply: Known<number>;
  /** People other than the author with a Reviewed-by or Acked-by. */
  readonly reviewers: number;
  /** Of the patches, those with a Reviewed-by or Acked-by of another person: 0 to 1. */
  readonly reviewedShare: number;
  /** People who committed what others wrote. */
  readonly appliers: number;
  /** Of the patches, those that a later commit of the year says it reverts: 0 to 1. */
  readonly revertedShare: number;
  /** All clean-ups that those newcomers had merged here, which shows that they are taken; 0 where newcomers are unknown. */
  readonly newcomerCleanUps: number;
}

/** Two trees side by side. */
export interface Drift {
  /** As their Makefiles say. */
  readonly from: string;
  readonly to: string;
  readonly filesAdded: number;
  readonly filesRemoved: number;
  readonly filesChanged: number;
  readonly filesSame: number;
  /** Lines more (or fewer) than before. */
  readonly lines: number;
  /** Sites of the rules before and now: fewer says that conversions were taken. */
  readonly sitesBefore: number;
  readonly sitesNow: number;
}

export interface OpenSites {
  readonly rule: string;
  readonly ready: number;
  readonly byHand: number;
  readonly refused: number;
}

/** Whether clean-ups by strangers are wanted, and who says so. */
export interface CleanUps {
  readonly stance: CleanUpStance | 'unknown';
  /** One sentence: the document's file and heading, or what the history shows. */
  readonly because: string;
  /** With `unknown`: the command that would settle it. */
  readonly settle?: string;
}
