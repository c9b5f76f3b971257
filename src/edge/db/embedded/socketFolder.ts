import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ServerHome } from './serverHome.ts';

// unix(7): sun_path has 108 bytes with its end; systems other than Linux have 104.
const LONGEST = 103;
const SOCKET = '/.s.PGSQL.5432.lock';
const PREFIX = 'patchling-pg-';

/** A folder for the server's socket that only its user may enter; below the data folder where its path is short enough. */
export const makeSocketFolder = ({ folder, user }: ServerHome): string => {
  const beside = join(realpathSync(folder), 'socket');
  const isShort = Buffer.byteLength(beside + SOCKET) <= LONGEST;
  const made = isShort ? beside : mkdtempSync(join(shortTemp(), PREFIX));
  if (isShort) mkdirSync(made, { recursive: true, mode: 0o700 });
  if (user) chownSync(made, user.uid, user.gid);
  return made;
};

const shortTemp = (): string => {
  const temp = realpathSync(tmpdir());
  return Buffer.byteLength(join(temp, `${PREFIX}123456${SOCKET}`)) <= LONGEST ? temp : '/tmp';
};

/** Of a server that has ended; only what was made for the one socket goes away. */
export const removeSocketFolder = (socketFolder: string): void => {
  const isOurs = basename(socketFolder).startsWith(PREFIX) && dirname(socketFolder) !== socketFolder;
  if (isOurs) rmSync(socketFolder, { recursive: true, force: true });
};
