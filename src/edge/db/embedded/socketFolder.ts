import { chownSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ServerHome } from './serverHome.ts';

// unix(7): sun_path has 108 bytes with its end; systems other than Linux have 104.
const LONGEST = 103;
const SOCKET = '/.s.PGSQL.5432.lock';
const BESIDE = 'socket-';
const IN_TEMP = 'patchling-pg-';

/**
 * A new folder for the server's socket that only its user may enter; beside the cluster where the path is short enough. Each
 * start has its own, since what a killed server left in the last one would be in the way.
 */
export const makeSocketFolder = ({ folder, user }: ServerHome): string => {
  const beside = join(realpathSync(folder), BESIDE);
  const made = mkdtempSync(isShort(beside) ? beside : join(shortTemp(), IN_TEMP));
  if (user) chownSync(made, user.uid, user.gid);
  return made;
};

const shortTemp = (): string => {
  const temp = realpathSync(tmpdir());
  return isShort(join(temp, IN_TEMP)) ? temp : '/tmp';
};

const isShort = (prefix: string): boolean => Buffer.byteLength(`${prefix}123456${SOCKET}`) <= LONGEST;

/** Of a server that has ended. */
export const removeSocketFolder = (socketFolder: string): void => {
  const isOurs = [BESIDE, IN_TEMP].some((prefix) => basename(socketFolder).startsWith(prefix));
  if (isOurs) rmSync(socketFolder, { recursive: true, force: true });
};

/** Those that killed servers left, while another runs. */
export const removeOldSocketFolders = ({ folder }: ServerHome, current: string): void => {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(BESIDE) && name !== basename(current)) removeSocketFolder(join(folder, name));
  }
};
