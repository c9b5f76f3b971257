import type { SizeShape } from './sizeShape.ts';

/** A place where a rule holds. Lines and columns start at 1, columns count UTF-16 units; offsets are bytes. */
export interface Site {
  readonly rule: string;
  readonly shape: SizeShape['shape'];
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The last line of the call. */
  readonly endLine: number;
  /** Empty where the site is in a macro. */
  readonly function: string;
  /** The allocator that is called. */
  readonly callee: string;
  /** The size, on one line, without its comments. */
  readonly expression: string;
  readonly fix: 'ready' | 'by hand' | 'refused';
  /** Names of the reasons; empty for what is ready. */
  readonly reasons: readonly string[];
  /** The reasons as sentences, with what was seen. */
  readonly because: readonly string[];
  /** The call as it would stand, on one line; for what is by hand, the size that a person might write. */
  readonly replacement: string | undefined;
  /** Whether the grammar could read the function around, and the call. */
  readonly errors: 'none' | 'in the function' | 'at the call';
  /** The file offset of the call's name. */
  readonly at: number;
}

/** `fs/btrfs/volumes.c:6109`. */
export const placeOf = (site: Pick<Site, 'path' | 'line'>): string => `${site.path}:${site.line}`;
