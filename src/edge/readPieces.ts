import { closeSync, openSync, readSync } from 'node:fs';

/** What could not be read, by its path in the tree, with the system's word: `EACCES`. */
export interface Unreadable {
  readonly path: string;
  readonly code: string;
}

/** What is read at once: a larger file is read piece by piece, whatever its size. */
export const PIECE = 1 << 20;

/** A file of a tree, its name perhaps by bytes: fills the buffer again and again, gives how far it was filled. */
export function* readPieces(
  tree: string,
  { path, bytes }: { readonly path: string; readonly bytes?: Buffer },
  buffer: Buffer,
): Generator<number> {
  const file = openSync(bytes ? Buffer.concat([Buffer.from(`${tree}/`), bytes]) : `${tree}/${path}`, 'r');
  try {
    // An ordinary file gives less than was asked for only at its end.
    for (let length = buffer.length; length === buffer.length; ) {
      length = readSync(file, buffer, 0, buffer.length, null);
      if (length > 0) yield length;
    }
  } finally {
    closeSync(file);
  }
}

export const lineEnds = (buffer: Buffer, length: number): number => {
  let count = 0;
  for (let at = 0; at < length; at++) if (buffer[at] === 10) count++;
  return count;
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
