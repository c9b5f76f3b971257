/** What looking at something ended in. `unknown` is an answer: it was not possible to look, and why is said. */
export type Verdict = 'holds' | 'fails' | 'unknown';

/** One thing that was looked at. */
export interface Check {
  /** What was asked, in few words: `checkpatch --strict`. */
  readonly check: string;
  readonly verdict: Verdict;
  /** What was seen, one sentence. */
  readonly seen: string;
  /** The lines a person may want to read, as the tool printed them. */
  readonly details?: readonly string[];
  /** With `unknown`: the exact command that would settle it. */
  readonly settle?: string;
}
