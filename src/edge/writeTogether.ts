import { existsSync, unlinkSync } from 'node:fs';
import { readBytes, writeFileAtomic } from './files.ts';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes all of the files or, where one cannot be written, leaves every one as it was: those that came are removed, those
 * that were there get their bytes back. `write` writes one, whole or not at all, and throws Trouble.
 */
export const writeTogether = (
  files: readonly FileToWrite[],
  write: (path: string, bytes: Uint8Array) => void,
): void => {
  const former = files.map(({ path }) => (existsSync(path) ? readBytes(path) : undefined));
  let done = 0;
  try {
    for (const { path, bytes } of files) {
      write(path, bytes);
      done++;
    }
  } catch (error) {
    for (const [index, { path }] of files.slice(0, done).entries()) putBack(path, former[index]);
    throw error;
  }
};

const putBack = (path: string, bytes: Uint8Array | undefined): void => {
  try {
    if (bytes) writeFileAtomic(path, bytes);
    else unlinkSync(path);
  } catch {
    // The disk is gone; the error that led here is the one to tell.
  }
};
