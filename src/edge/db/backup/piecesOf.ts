import { closeSync, openSync, readSync } from 'node:fs';
import { filesTrouble } from '../../filesTrouble.ts';

/** Every piece of a file, in turn. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openFile(path);
  try {
    for (;;) {
      const piece = new Uint8Array(65_536);
      const length = readSync(file, piece, 0, piece.length, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

const openFile = (path: string): number => {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw filesTrouble(error, `${path} could not be read.`, path);
  }
};
