import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../../../core/trouble.ts';

/** Whom PostgreSQL runs as, where that is not us. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so that what breaks into it does not own the machine. */
export const serverUser = (): ServerUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(userOf);
  const found = ['postgres', 'nobody'].map((name) => users.find((user) => user.name === name)).find(Boolean);
  if (found) return found;
  throw new Trouble('missing', {
    what: 'PostgreSQL does not run as root, and there is no user to run it as.',
    where: '/etc/passwd',
    next: 'Make one (useradd --system postgres), or start Patchling as an ordinary user.',
  });
};

const userOf = (line: string): ServerUser => {
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
};

/** Whether the user may run a file or enter a folder; the modes of all folders above count too. */
export const canReach = (user: ServerUser, path: string): boolean => {
  const { uid, gid } = user;
  const { status, error } = spawnSync('test', ['-x', path], { uid, gid, stdio: 'ignore' });
  return error !== undefined || status === 0; // without the program to ask with, PostgreSQL will say it itself
};

/** Gives a file, or a folder and all in it, to the user. */
export const giveTo = (user: ServerUser, path: string): void => {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (found.uid !== user.uid) chownSync(path, user.uid, user.gid);
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name));
};
