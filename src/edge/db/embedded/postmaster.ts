import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The running server of a cluster, as its own `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
}

/**
 * The server that runs for this cluster; undefined where none does. The file of a dead server whose number lives on, as another
 * program's or unburied, would keep PostgreSQL from starting, so it goes away; not while a child of that server still writes.
 */
export const runningPostmaster = (cluster: string): Postmaster | undefined => {
  const file = join(cluster, 'postmaster.pid');
  const [pid, , , port, socketFolder] = linesOf(file);
  if (pid === undefined || !/^\d+$/.test(pid)) return undefined;
  if (isPostmasterOf(Number(pid), cluster)) {
    if (!socketFolder) return undefined; // it is only beginning
    return { pid: Number(pid), port: Number(port), socketFolder };
  }
  if (isAlive(Number(pid)) && !isWorkedIn(cluster)) rmSync(file, { force: true });
  return undefined;
};

/** Whether any process works in the cluster: all of PostgreSQL's do. Where that cannot be told, it may be. */
const isWorkedIn = (cluster: string): boolean => {
  try {
    return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && isPostmasterOf(Number(pid), cluster));
  } catch {
    return true;
  }
};

const linesOf = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
};

/** Whether a process is the server of this cluster: it works in that folder. Systems without /proc take its number's word. */
export const isPostmasterOf = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return process.platform !== 'linux';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
