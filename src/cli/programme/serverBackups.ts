import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupDatabase } from '../../edge/db/backup/backupDatabase.ts';
import { readManifest } from '../../edge/db/backup/manifest.ts';
import type { Job } from '../../edge/db/openJobs.ts';
import { writeThrough } from '../../edge/files.ts';
import type { OpenOffice } from './openOffice.ts';
import { rehearseBackup } from './rehearseBackup.ts';

export const BACKUP = 'backup';

const DAY = 86_400_000;
/** Whoever was erased is gone from backups after so many days: the privacy notice says so. */
const KEPT_DAYS = 35;

/** Backups that the server makes by itself: each night one, each week a rehearsal of the newest; the old ones go. */
export const serverBackups = (
  { database, office }: Pick<OpenOffice, 'database' | 'office'>,
  folder: string,
  version: string,
): { readonly jobs: readonly Job[]; isDue(): boolean } => {
  const { now } = office;
  return {
    isDue: () => {
      const newest = newestIn(folder);
      return newest === undefined || now().getTime() - newest.at.getTime() > DAY;
    },
    jobs: [
      {
        ...{ name: BACKUP, every: '5 3 * * *', since: newestIn(folder)?.at },
        work: async () => {
          const at = now();
          const { chain } = await backupDatabase(database.pool, { to: join(folder, nameOf(at)), version, at });
          removeOld(folder, at);
          if (chain.kind === 'broken') throw new Error(`the log of decisions is broken at ${chain.seq}`);
        },
      },
      {
        ...{ name: 'backup-rehearsed', every: '35 4 * * 0', since: rehearsedIn(folder) },
        work: async () => {
          const newest = newestIn(folder);
          if (!newest) throw new Error(`there is no backup in ${folder}`);
          await rehearseBackup(newest.path, now);
          // A server that is often started knows by it when one was rehearsed.
          writeThrough(join(folder, REHEARSED), `${now().toISOString()}\n`, 0o600);
        },
      },
    ],
  };
};

/** `2026-12-01T03-05-00Z`: an instant, as every file system takes it. */
const nameOf = (at: Date): string =>
  at
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replaceAll(':', '-');
const NAME = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}Z)$/;

interface Kept {
  readonly path: string;
  readonly at: Date;
}

/** Those that are wholly backups of ours, the oldest first. */
const backupsIn = (folder: string): readonly Kept[] =>
  (existsSync(folder) ? readdirSync(folder) : []).toSorted().flatMap((name) => {
    const [, day, hour, minute, second] = NAME.exec(name) ?? [];
    const path = join(folder, name);
    if (day === undefined || !isBackup(path)) return [];
    return [{ path, at: new Date(`${day}${hour}:${minute}:${second}`) }];
  });

const newestIn = (folder: string): Kept | undefined => backupsIn(folder).at(-1);

const REHEARSED = 'rehearsed.txt';

const rehearsedIn = (folder: string): Date | undefined => {
  const file = join(folder, REHEARSED);
  const at = existsSync(file) ? new Date(readFileSync(file, 'utf8').trim()) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
};

/** The newest stays, however old it is. */
const removeOld = (folder: string, now: Date): void => {
  for (const { path, at } of backupsIn(folder).slice(0, -1)) {
    if (now.getTime() - at.getTime() > KEPT_DAYS * DAY) rmSync(path, { recursive: true });
  }
};

const isBackup = (path: string): boolean => {
  try {
    readManifest(path);
    return true;
  } catch {
    return false;
  }
};
