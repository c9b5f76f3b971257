import type { KnownIdent, People } from './peopleOf.ts';

/** The year before a repository's newest commit, and who was there before. */
export interface History extends Pick<HistoryRecord, 'head' | 'since' | 'until' | 'paths' | 'rows'> {
  /** False in a shallow clone: whose first commit it was is not known then. */
  readonly complete: boolean;
  readonly people: People;
}

/** What is kept of a repository's history. */
export interface HistoryRecord {
  /** The commit that it was read from, in full. */
  readonly head: string;
  /** Tells where a shallow clone ends; empty where the whole history is there. */
  readonly shallow: string;
  /** Seconds since 1970, of the committer: a commit of the year is later than `since` and not later than `until`. */
  readonly since: number;
  readonly until: number;
  readonly idents: readonly KnownIdent[];
  /** Every path that a commit below names, relative to the tree. */
  readonly paths: readonly string[];
  /** Commits later than `since`, newest first as git sorts them, as `commitRow` writes them. */
  readonly rows: readonly string[];
}
