import type { Person } from '../patch/patchMail.ts';
import type { AppliedPatch } from '../preflight/facts.ts';
import type { Known } from '../preflight/known.ts';

/** What was looked up beside the pieces: in a tree, in an archive. A reader of evidence never reaches out. */
export interface EvidenceFacts {
  /** Where whoever handed it in signs in: an identifier, shown by a link that was mailed there. */
  readonly address?: string | undefined;
  /** The patches of all pieces, tried; none where no task asks. */
  readonly series?: Known<TriedSeries>;
  readonly published?: readonly Published[];
}

/** A series in a throw-away folder of the server's tree, and what `patchling check` says of it. */
export interface TriedSeries {
  /** For each patch, on top of those before it. */
  readonly applied: Known<readonly AppliedPatch[]>;
  /** What a maintainer would send back; `line` is the piece's, from 1. */
  readonly errors: readonly { readonly rule: string; readonly what: string; readonly line: number }[];
  readonly warnings: number;
  /** Rules that hold. */
  readonly holding: number;
}

/** Something that stands where everybody can read it, as a piece names it. */
export interface PublicName {
  readonly what: 'message' | 'commit';
  /** A Message-ID without its brackets, or hexadecimal digits. */
  readonly said: string;
}

/** What was found under a name; `undefined`: there is none of that name. */
export interface Published extends PublicName {
  readonly found: Known<PublicThing | undefined>;
}

export interface PublicThing {
  readonly author: Person;
  readonly subject: string;
  /** The text, where somebody's mark may stand. */
  readonly text: string;
  /** Of a commit: the first release that has it. */
  readonly release?: string | undefined;
}

export const NO_FACTS: EvidenceFacts = {};
