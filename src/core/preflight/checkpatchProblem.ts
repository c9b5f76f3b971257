export type CheckpatchSeverity = 'error' | 'warning' | 'check';

/** One thing that checkpatch says. */
export interface CheckpatchProblem {
  readonly severity: CheckpatchSeverity;
  /** Checkpatch's own name for it: `MISSING_SIGN_OFF`. */
  readonly type: string;
  /** Counted in the patch from 1; none when it is about the whole of it. */
  readonly line?: number;
  /** The file and line in the tree, as the patch leaves it. */
  readonly place?: { readonly file: string; readonly line: number };
  readonly text: string;
}
