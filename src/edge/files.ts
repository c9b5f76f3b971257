import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Trouble } from '../core/trouble.ts';
import { filesTrouble, isSystemError } from './filesTrouble.ts';
import { holdFolder } from './leaveNothing.ts';

/** Throws Trouble that names the path. */
export const readBytes = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw filesTrouble(error, `${path} could not be read.`, path);
  }
};

/**
 * The file has the old bytes or the new ones, never a part of them, also when the power fails. A symbolic link stays a
 * link, an existing file keeps its mode, a new one gets 0644 less the umask. Throws Trouble; neither that nor Ctrl-C
 * leaves the temporary behind.
 */
export const writeFileAtomic = (path: string, bytes: Uint8Array | string): void => {
  try {
    const target = behindLinks(path);
    const mode = modeOf(target);
    const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
    const release = holdFolder(temporary);
    // A signal that comes meanwhile is heard in the next turns of the event loop, as long as we listen.
    setImmediate(() => setImmediate(release));
    replace(target, temporary, bytes, mode);
  } catch (error) {
    throw filesTrouble(error, `${path} could not be written.`, path);
  }
};

/** Synchronous, so that a signal finds either all of it done or nothing begun. */
const replace = (target: string, temporary: string, bytes: Uint8Array | string, mode: number | undefined): void => {
  try {
    writeThrough(temporary, bytes, mode);
    renameSync(temporary, target);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
  syncFolder(dirname(target));
};

/** A new or renamed entry is on the disk only once its folder is. */
export const syncFolder = (folder: string): void => {
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } catch (error) {
    // Some network disks cannot do it for folders; the file itself is safe there.
    if (!isSystemError(error) || (error.code !== 'EINVAL' && error.code !== 'ENOTSUP')) throw error;
  } finally {
    closeSync(open);
  }
};

export const writeThrough = (path: string, bytes: Uint8Array | string, mode: number | undefined): void => {
  const open = openSync(path, 'wx', 0o644);
  try {
    if (mode !== undefined) fchmodSync(open, mode);
    writeFileSync(open, bytes);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
};

const behindLinks = (path: string): string => {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return path;
    throw error;
  }
};

const modeOf = (path: string): number | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  // Renaming over /dev/null would put an ordinary file in its place.
  if (found && !found.isFile() && !found.isDirectory()) {
    throw new Trouble('input', { what: `${path} is no ordinary file.`, where: path, next: 'Name an ordinary file.' });
  }
  return found && found.mode & 0o7777;
};

const removeIfThere = (path: string): void => {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or the disk is gone; the error that led here is the one to tell.
  }
};
