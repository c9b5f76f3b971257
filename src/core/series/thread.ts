import type { Trailer } from '../patch/trailer.ts';
import type { PatchSeries } from './patchSeries.ts';

/** What was sent before a series, and what was answered. */
export interface Thread {
  /** Former versions, oldest first. */
  readonly versions: readonly FormerVersion[];
  /** Answers to any of them. */
  readonly replies: readonly Reply[];
}

export interface FormerVersion {
  readonly series: PatchSeries;
  /** When its first mail was dated, ISO 8601, UTC; none where it has no readable date. */
  readonly date?: string;
  /** By git patch-id --stable, for each patch in order. */
  readonly patchIds: readonly string[];
}

export interface Reply {
  readonly name: string;
  readonly address: string;
  readonly messageId: string;
  /** The Message-ID that it answers. */
  readonly to: string;
  readonly date?: string;
  /** Tags that stand in it unquoted. */
  readonly trailers: readonly Trailer[];
  /** What is not quoted, without the tags, on one line. */
  readonly says: string;
}
