/** `Fixes: 123456789012 ("…")` */
export interface WrittenTrailer {
  readonly token: string;
  readonly value: string;
}

/** A trailer as it stands in a message. */
export interface Trailer extends WrittenTrailer {
  /** Its first line in the file, from 1. */
  readonly at: number;
  /** Its lines as written; more than one where it is folded. */
  readonly lines: readonly string[];
}
