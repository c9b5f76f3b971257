import type { Verdict } from '../verdict.ts';

/** What happened, in the order it was written; never edited, never deleted. One line of JSON each. */
export type Fact = {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The program that wrote it, with its version: `patchling 0.1.0`. */
  readonly by: string;
  /** The version of the facts' form. A line with a higher one is kept and shown as unknown. */
  readonly v: 1;
} & Happened;

/** In the past tense. `at`, `by` and `v` are put on by the edge, never by a decision. */
export type Happened =
  | {
      readonly kind: 'tree-chosen';
      /** The tree's folder. */
      readonly tree: string;
      /** As its Makefile says: `6.12.117`. */
      readonly version: string;
      /** Of what identifies the tree's content, where that is known: a commit, a package's checksum. */
      readonly digest?: string;
    }
  | {
      readonly kind: 'site-drawn';
      readonly tree: string;
      readonly site: DrawnSite;
      readonly seed: string;
    }
  | {
      readonly kind: 'patch-written';
      /** The patch file's path. */
      readonly patch: string;
      readonly subject: string;
      readonly tree: string;
      readonly site: DrawnSite;
      /** Of the patch file's bytes. */
      readonly sha256: string;
    }
  | {
      readonly kind: 'check-made';
      readonly patch: string;
      /** Of the bytes that were checked: a patch that is written anew has no checks yet. */
      readonly sha256: string;
      readonly check: string;
      readonly verdict: Verdict;
      readonly seen: string;
    }
  | {
      readonly kind: 'rule-turned-off';
      /** The file that was checked. */
      readonly patch: string;
      /** What the patch is known by while its words are still written: patchKey(). */
      readonly change: string;
      readonly rule: string;
      /** The person's own reason. */
      readonly because: string;
    }
  | {
      readonly kind: 'tools-stated';
      readonly patch: string;
      readonly change: string;
      /** The person's own answer: `none`, or which tools and for what. */
      readonly says: string;
    }
  | {
      readonly kind: 'version-made';
      /** The change-id that all its versions share. */
      readonly contribution: string;
      readonly version: number;
      /** The folder with its mails. */
      readonly folder: string;
      readonly tree: string;
      readonly title: string;
      /** The commit that it stands on; none in a tree without a history. */
      readonly base?: string;
      readonly branch?: string;
      /** In order, the cover letter first. */
      readonly mails: readonly MadeMail[];
    }
  | {
      readonly kind: 'changelog-written';
      readonly contribution: string;
      readonly version: number;
      /** The person's own words. */
      readonly words: string;
    }
  | {
      readonly kind: 'proposal-answered';
      readonly contribution: string;
      /** What the patch is known by while its words are still written: patchKey(). */
      readonly change: string;
      /** `Fixes: 123456789012 ("…")` */
      readonly trailer: string;
      readonly taken: boolean;
    }
  | {
      readonly kind: 'note-written';
      /** The person's own words. */
      readonly words: string;
    }
  | {
      readonly kind: 'dropped';
      readonly patch: string;
      readonly because: string;
    };

/** A mail as it was written. */
export interface MadeMail {
  readonly file: string;
  readonly subject: string;
  readonly messageId: string;
  /** Of the file's bytes. */
  readonly sha256: string;
}

/** What finds a site again, also after lines above it came or went. */
export interface DrawnSite {
  readonly rule: string;
  /** Relative to the tree. */
  readonly path: string;
  readonly line: number;
  readonly function: string;
  readonly expression: string;
}
