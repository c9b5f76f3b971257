import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Trouble } from '../../../core/trouble.ts';
import { programsEnvironment } from './programs.ts';
import { type ServerHome, takePlace } from './serverHome.ts';
import { giveTo } from './serverUser.ts';

/** The one user of an embedded server, and its database. */
export const OWNER = 'patchling';

/** Makes the cluster where there is none yet; refuses one that these programs cannot read. */
export const makeCluster = async (home: ServerHome, isDurable: boolean): Promise<void> => {
  makePassword(home);
  if (!existsSync(home.cluster)) await initialise(home, isDurable);
  const version = versionOf(home);
  if (version === home.programs.major) return;
  throw new Trouble('input', {
    what: `The database in ${home.cluster} is of PostgreSQL ${version}, and Patchling brings ${home.programs.major}.`,
    where: home.cluster,
    why: 'The files of one major version cannot be read by another.',
    next: 'Back it up with the Patchling that made it, and restore that backup into a new data folder.',
  });
};

const versionOf = ({ cluster }: ServerHome): string => {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch {
    throw new Trouble('input', {
      what: `${cluster} is no database of PostgreSQL.`,
      where: cluster,
      why: 'It has no file PG_VERSION.',
      next: 'Restore a backup into a new data folder, or move that folder away to begin anew.',
    });
  }
};

/** Kept for the time after a crash, when the server that we find still has it. */
const makePassword = ({ passwordFile, cluster, user }: ServerHome): void => {
  if (existsSync(passwordFile)) return;
  if (existsSync(cluster)) {
    throw new Trouble('input', {
      what: 'The password of the embedded database is gone.',
      where: passwordFile,
      why: 'It is made together with the database and kept beside it.',
      next: 'Put that file back from where the data folder was copied, or restore a backup into a new data folder.',
    });
  }
  try {
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (user) giveTo(user, passwordFile);
};

export const passwordOf = ({ passwordFile }: ServerHome): string => readFileSync(passwordFile, 'utf8').trim();

// Made beside and renamed, so that a cluster is whole or not there.
const initialise = async (home: ServerHome, isDurable: boolean): Promise<void> => {
  const half = `${home.cluster}.${randomUUID()}`;
  const { status, said } = await initdb(home, half, isDurable ? [] : ['--no-sync']);
  if (status === 0) return takePlace(half, home.cluster);
  rmSync(half, { recursive: true, force: true });
  throw new Trouble('machine', {
    what: 'The database could not be made.',
    where: home.folder,
    why: said.trim().split('\n').slice(-3).join(' '),
    next: `Look whether there is room (df -h ${home.folder}), then start again.`,
  });
};

const initdb = async (
  home: ServerHome,
  half: string,
  more: readonly string[],
): Promise<{ status: number | null; said: string }> => {
  const { programs, libraries, folder, user, passwordFile } = home;
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const entrance = ['-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const child = spawn(
    join(programs.folder, 'bin', 'initdb'),
    ['-D', half, ...entrance, ...locale, '--no-instructions', ...more],
    {
      cwd: folder,
      env: programsEnvironment(programs, libraries),
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
    },
  );
  const [said, status] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((done) => child.once('close', done).once('error', () => done(null))),
  ]);
  return { status, said };
};
