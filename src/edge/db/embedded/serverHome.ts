import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Trouble } from '../../../core/trouble.ts';
import { filesTrouble } from '../../filesTrouble.ts';
import { makeFolder } from '../../makeFolder.ts';
import { shellCommand } from '../../shellCommand.ts';
import { findPrograms, linkLibraries, type Programs } from './programs.ts';
import { canReach, giveTo, type ServerUser, serverUser } from './serverUser.ts';

/** Where an embedded server lives: `postgres` in the data folder, all of it for its user only. */
export interface ServerHome {
  readonly folder: string;
  readonly cluster: string;
  readonly libraries: string;
  readonly passwordFile: string;
  readonly log: string;
  readonly programs: Programs;
  /** Undefined where the server runs as we do. */
  readonly user: ServerUser | undefined;
}

/** Makes the folder where it is missing, and sees to it that the server's user reaches it and the programs. */
export const serverHome = (data: string): ServerHome => {
  const folder = join(resolve(data), 'postgres');
  const programs = findPrograms();
  const user = serverUser();
  try {
    makeFolder(folder, 0o700);
    chmodSync(folder, 0o700);
    const isOutOfReach = user && !canReach(user, join(programs.folder, 'bin', 'postgres'));
    const reached = isOutOfReach ? copied(programs, folder, user) : programs;
    const libraries = join(folder, 'libraries');
    linkLibraries(reached, libraries);
    if (user) letIn(user, folder);
    return {
      folder,
      cluster: join(folder, 'cluster'),
      libraries,
      passwordFile: join(folder, 'password'),
      log: join(folder, 'log'),
      programs: reached,
      user,
    };
  } catch (error) {
    throw filesTrouble(error, `The database cannot be kept in ${folder}.`, folder);
  }
};

const letIn = (user: ServerUser, folder: string): void => {
  letThrough(user, dirname(folder));
  // Only where it is new or was copied by root: below it a server may be running, whose files come and go.
  if (statSync(folder).uid !== user.uid) giveTo(user, folder);
  giveTo(user, join(folder, 'libraries'));
  if (canReach(user, folder)) return;
  const blocking = foldersAbove(folder).find((above) => !canReach(user, above)) ?? dirname(folder);
  throw new Trouble('input', {
    what: `PostgreSQL runs as the user ${user.name}, who cannot reach ${folder}.`,
    where: blocking,
    next: `Let others pass through it (${shellCommand(['chmod', 'o+x', blocking])}), or name another data folder.`,
  });
};

// A folder that only root may enter: nobody's group has a meaning there, so the server's may pass through, no more.
const letThrough = (user: ServerUser, data: string): void => {
  const { mode, uid } = statSync(data);
  if (uid !== 0 || (mode & 0o077) !== 0) return;
  chownSync(data, 0, user.gid);
  chmodSync(data, 0o710);
};

const foldersAbove = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [...foldersAbove(dirname(folder)), folder];

// A checkout in a home that others may not enter, as /root is.
const copied = (programs: Programs, folder: string, user: ServerUser): Programs => {
  const copy = join(folder, `programs-${programs.major}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(half, { mode: 0o700 });
    cpSync(programs.folder, half, { recursive: true });
    giveTo(user, half);
    takePlace(half, copy);
  }
  return { ...programs, folder: copy };
};

/** Renames a finished folder to where it belongs; another process may have been first, with the same. */
export const takePlace = (half: string, whole: string): void => {
  try {
    renameSync(half, whole);
  } catch (error) {
    if (!existsSync(whole)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
};
