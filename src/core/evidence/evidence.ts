import type { Check } from '../verdict.ts';

/** What somebody hands in as proof, of one kind. */
export type EvidenceKind =
  | 'boot log'
  | 'config'
  | 'module'
  | 'test results'
  | 'decoded trace'
  | 'mail'
  | 'patch'
  | 'public'
  | 'certificate';

/** A file, or the statement itself, as it was sent. */
export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One thing that was looked at in a piece. */
export interface EvidenceCheck extends Check {
  /** Without it a machine lets nothing pass; what is only a hint for a person is not needed. */
  readonly needed: boolean;
  /** Where it was seen: the line of the piece, from 1. */
  readonly line?: number;
  /** What is missing is the programme's (a tree, an archive): the person can do nothing about it. */
  readonly isOurs?: true;
}

/** What was seen in one piece, and what follows from it for the machine: it may say `holds`, and never that a person failed. */
export interface Judged {
  readonly kind: EvidenceKind;
  /** The piece's name. */
  readonly piece: string;
  readonly checks: readonly EvidenceCheck[];
}
