import type { CleanUps, HistoryFigures, InQemu, Known, OpenSites, SubsystemAbout } from './card.ts';

/** A subsystem that the advice weighs: a card, of which the dear parts may not have been looked at yet. */
export interface Candidate {
  readonly about: SubsystemAbout;
  readonly files: number;
  /** The folders that hold its files, the most files first. */
  readonly folders: readonly { readonly folder: string; readonly files: number }[];
  /** Files of it that are tests by their place or name, relative to the tree. */
  readonly testFiles: readonly string[];
  /** Folders of kernel selftests. */
  readonly selftests: readonly string[];
  /** Files that hold a suite of unit tests. */
  readonly kunit: Known<readonly string[]>;
  readonly lines: Known<number>;
  readonly inQemu: InQemu;
  readonly history: Known<HistoryFigures>;
  readonly cleanUps: CleanUps;
  readonly sites: Known<readonly OpenSites[]>;
  /** The site there that would be this person’s: drawn, so that another one is given another. */
  readonly site?: { readonly path: string; readonly line: number; readonly rule: string };
  /** How many patches of the person are open there. */
  readonly load: number;
}

/** More open patches than this with one subsystem are advised against: each one costs somebody’s review. */
export const MOST_OPEN = 3;

/** Where less than this of the code can be tested without a device, there is nothing to begin in. */
export const LEAST_TESTABLE = 0.1;

/**
 * Whether it is a subsystem that a newcomer can choose at all: somebody looks after it, and there is something to do.
 * THE REST is nobody’s, of an orphan nobody takes patches, and where a year saw next to none, nobody may answer.
 */
export const isCandidate = (candidate: Pick<Candidate, 'about' | 'files' | 'folders' | 'history'>): boolean => {
  const { about, files, history } = candidate;
  if (about.name === 'THE REST' || /orphan|obsolete|buried/i.test(about.status)) return false;
  if (about.maintainers + about.reviewers === 0) return false;
  if (isBoard(candidate)) return false;
  return history.kind === 'known' ? files >= 2 && history.value.patches >= 6 : files >= 5;
};

/** One board of U-Boot: a device and its configuration, with nothing to do once it works. */
const isBoard = ({ files, folders }: Pick<Candidate, 'files' | 'folders'>): boolean => {
  const own = folders.filter(({ folder }) => /^(?:board|configs)\//.test(folder));
  return files < 30 && own.reduce((sum, one) => sum + one.files, 0) * 2 > files;
};
