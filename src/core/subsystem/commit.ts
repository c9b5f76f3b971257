/** A commit with one parent, as far as figures need it. A person is a place in the history's list of idents. */
export interface Commit {
  /** In full. */
  readonly id: string;
  readonly author: number;
  /** Seconds since 1970, as the commit says; not every clock was right. */
  readonly authorTime: number;
  readonly committer: number;
  readonly commitTime: number;
  readonly subject: string;
  /** Reviewed-by and Acked-by. */
  readonly reviewers: readonly number[];
  readonly testers: readonly number[];
  readonly signers: readonly number[];
  /** The ids that its `Fixes:` lines name, abbreviated as they are there. */
  readonly fixes: readonly string[];
  /** The ids that `This reverts commit …` names. */
  readonly reverts: readonly string[];
  /** `Cc: stable@…` */
  readonly stable: boolean;
  /** What the message below the subject says of what was before: that it was wrong, or that nothing changes. */
  readonly tells: 'broken' | 'same' | '';
  readonly changes: readonly PathChange[];
}

/** A path relative to the tree; a rename is one path removed and one added. */
export interface PathChange {
  readonly path: string;
  readonly how: 'added' | 'removed' | 'changed';
}

/**
 * Somebody under one name and one address: 48-bit hashes of their lower-cased text, so that nobody is named. No name (0)
 * where it is a single word, since many are called `root`.
 */
export interface Ident {
  readonly address: number;
  readonly name: number;
}
