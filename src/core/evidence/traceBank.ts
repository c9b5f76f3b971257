/** A real oops, taken apart: at each frame the places of the same function where it may as well have been. */
export interface TraceBank {
  /** The kernel that it happened on, as `uname -r` says it: whoever decodes it takes this one. */
  readonly release: string;
  readonly lines: readonly (string | FrameLine)[];
  readonly frames: readonly BankFrame[];
}

/** A line with a frame in it, as `RIP: 0010:` has. Two lines may have the same one. In strings `{nonce}` is whose it is. */
export interface FrameLine {
  readonly before: string;
  /** Which of the frames, from 0. */
  readonly frame: number;
  readonly after: string;
}

export interface BankFrame {
  readonly function: string;
  readonly size: number;
  /** The kernel's own where it is not named. */
  readonly module?: string;
  /** At least one. */
  readonly places: readonly BankPlace[];
}

export interface BankPlace {
  readonly offset: number;
  /**
   * What a right answer says of it, innermost first, as `file:line`. Several: the tree's script looks at the address that one
   * returns to, others at the call before it. None: without the kernel's debug information nobody can tell.
   */
  readonly answers: readonly (readonly string[])[];
}
