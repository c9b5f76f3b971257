import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../core/tree/c/definitions.ts';

/** A tree's files, read when they are asked for, into one buffer: the bytes hold until another file is asked for. */
export const treeSources = (tree: string): Sources => {
  const read = createFileReader();
  let last: { path: string; bytes: Buffer } | undefined;
  return {
    read: (path) => {
      if (last?.path === path) return last.bytes;
      last = undefined;
      try {
        last = { path, bytes: read(join(tree, path)) };
      } catch {
        return undefined; // not there, a folder, or not to be read: the walk through the includes looks elsewhere
      }
      return last.bytes;
    },
  };
};

/** What is read at once; few files of a tree are longer. */
const PIECE = 1 << 20;

/**
 * Reads files into one buffer that is used again and again: the bytes hold until the next file is read. With `words`, a
 * long file is read whole only when one of them is in it; otherwise it comes back empty.
 */
export const createFileReader = (words: readonly string[] = []): ((path: string) => Buffer) => {
  const buffer = Buffer.allocUnsafeSlow(PIECE);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const length = fill(file, buffer, 0);
      if (length < PIECE) return buffer.subarray(0, length);
      return words.length > 0 && !holdsAny(file, buffer, words) ? buffer.subarray(0, 0) : readWhole(file);
    } finally {
      closeSync(file);
    }
  };
};

/** Reads from a position until the buffer is full or the file ends; how many bytes that were. */
const fill = (file: number, buffer: Buffer, position: number): number => {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, position + length);
    if (read === 0) break;
    length += read;
  }
  return length;
};

const holdsAny = (file: number, buffer: Buffer, words: readonly string[]): boolean => {
  for (let position = 0; ; position += PIECE - 64) {
    const length = fill(file, buffer, position);
    const piece = buffer.subarray(0, length);
    if (words.some((word) => piece.includes(word))) return true;
    if (length < PIECE) return false;
  }
};

const readWhole = (file: number): Buffer => {
  const whole = Buffer.allocUnsafeSlow(fstatSync(file).size);
  return whole.subarray(0, fill(file, whole, 0));
};
