import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it; gives the first that it made. Throws what the system said of the one that failed:
 * Node's own `recursive` says ENOENT on a disk that can only be read, and never ends below /proc.
 */
export const makeFolder = (folder: string, mode = 0o777): string | undefined => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return undefined;
  const above = dirname(folder) === folder ? undefined : makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another program may have made it in between.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
    return above;
  }
  return above ?? folder;
};
