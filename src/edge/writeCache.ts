import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A file of the cache, whole or not at all; its folder is made. False when it cannot be written: what it was to keep is
 * right all the same.
 */
export const writeCache = (file: string, bytes: Uint8Array): boolean => {
  const part = `${file}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(part, bytes);
    renameSync(part, file);
    return true;
  } catch {
    removed(part);
    return false;
  }
};

const removed = (part: string): void => {
  try {
    rmSync(part, { force: true });
  } catch {
    // the cache folder is a file, or below one: there is nothing to remove
  }
};
