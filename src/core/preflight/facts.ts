import type { Recipient } from '../maintainers/recipient.ts';
import type { FormerSubjects } from '../patch/subjectPrefix.ts';
import type { Thread } from '../series/thread.ts';
import type { KernelVersion } from '../tree/kernelVersion.ts';
import type { Verdict } from '../verdict.ts';
import type { CheckpatchProblem } from './checkpatchProblem.ts';
import type { FormerCommit } from './goodMessages.ts';
import type { Known } from './known.ts';

// Types that rules use beside these.
export type { FormerVersion, Reply, Thread } from '../series/thread.ts';

/** What the rules may ask about the world around a series. Gathered beforehand; a rule never reaches out. */
export interface Facts {
  /** A file of the tree, as text; none where the tree has none. */
  readonly document: (path: string) => string | undefined;
  readonly isInTree: (path: string) => boolean;
  readonly version: KernelVersion | undefined;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** For each patch of the series, in order: who get_maintainer.pl would name, without history. */
  readonly recipients: Known<readonly (readonly Recipient[])[]>;
  /** Titles of the MAINTAINERS sections that own a path, most specific first, THE REST left out. */
  readonly sections: (path: string) => readonly Owned[];
  /** Names of the packs (packs.ts) whose rules this series falls under. */
  readonly packs: ReadonlySet<string>;
  readonly calendar: Known<Calendar>;
  /** By the hexadecimal digits as the message writes them, lower case; each mentioned one has an entry. */
  readonly commits: Known<ReadonlyMap<string, MentionedCommit>>;
  /** By path. */
  readonly formerSubjects: Known<ReadonlyMap<string, FormerSubjects>>;
  /** What the last commits that changed the same files or folders say, newest first; none where nothing is known. */
  readonly formerMessages: readonly FormerCommit[];
  /** For each patch, in order, on top of those before it. */
  readonly applied: Known<readonly AppliedPatch[]>;
  /** For each patch, in order: scripts/checkpatch.pl --strict. */
  readonly checkpatch: Known<readonly (readonly CheckpatchProblem[])[]>;
  /** Former versions, and what was answered to them: from `--thread`, later from the archive. */
  readonly thread: Known<Thread>;
  /** What was tested, bound to this exact code: from the lab. */
  readonly tested: Known<readonly TestRecord[]>;
  /** Whether somebody else is on it. */
  readonly claims: Known<readonly Claim[]>;
  readonly settings: Known<MailSettings>;
  /** What the person says about tools used; never guessed. */
  readonly tools: Known<ToolsUsed>;
}

export interface Owned {
  readonly title: string;
  /** The values of `P:`. */
  readonly profiles: readonly string[];
  readonly trees: readonly string[];
  readonly lists: readonly string[];
}

/** Where the mainline tree stands, from its own tags. */
export interface Calendar {
  /** The newest release tag reachable: `v6.12`, `v6.13-rc4`. */
  readonly tag: string;
  /** ISO 8601. */
  readonly date: string;
  /** A final release without the next -rc1: the merge window is open, or was when the tree was last fetched. */
  readonly isMergeWindow: boolean;
  /** 4 for `-rc4`; none in the merge window. */
  readonly candidate?: number;
  /** Whether the tag is so old that the tree was likely not fetched for a while. */
  readonly isStale: boolean;
}

export interface MentionedCommit {
  /** None: the tree has no such commit. Several: the abbreviation is ambiguous. */
  readonly found: 'none' | 'one' | 'several';
  readonly sha?: string;
  readonly subject?: string;
  /** Whether it is an ancestor of the tree's HEAD. */
  readonly isAncestor?: boolean;
  /** The first release tag that contains it, where the tree has tags: `v6.1`. */
  readonly release?: string;
}

export interface AppliedPatch {
  readonly verdict: Verdict;
  readonly seen: string;
}

export interface TestRecord {
  readonly recipe: string;
  readonly verdict: Verdict;
  /** `for patch n of the series`, from 1; none: for the whole. */
  readonly patch?: number;
}

export interface Claim {
  readonly who: string;
  readonly what: string;
  readonly url?: string;
}

/** What git's configuration says about the person and about git send-email. */
export interface MailSettings {
  readonly name?: string;
  readonly address?: string;
  /** `sendemail.*` and `format.*`, by lower-case key. */
  readonly values: ReadonlyMap<string, string>;
}

export type ToolsUsed = { readonly used: false } | { readonly used: true; readonly says: string };
