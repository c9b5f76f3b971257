import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupDatabase } from '../../edge/db/backup/backupDatabase.ts';
import { readManifest } from '../../edge/db/backup/manifest.ts';
import type { Job } from '../../edge/db/openJobs.ts';
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
      const newest = backupsIn(folder).at(-1);
      return newest === undefined || now().getTime() - newest.at.getTime() > DAY;
    },
    jobs: [
      {
        ...{ name: BACKUP, every: '5 3 * * *' },
        work: async () => {
          const at = now();
          const { chain } = await backupDatabase(database.pool, { to: join(folder, nameOf(at)), version, at });
          removeOld(folder, at);
          if (chain.kind === 'broken') throw new Error(`the log of decisions is broken at ${chain.seq}`);
        },
      },
      {
        ...{ name: 'backup-rehearsed', every: '35 4 * * 0' },
        work: async () => {
          const newest = backupsIn(folder).at(-1);
          if (!newest) throw new Error(`there is no backup in ${folder}`);
          await rehearseBackup(newest.path, now);
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

/** Those that are ours by their names, the oldest first. */
const backupsIn = (folder: string): readonly Kept[] =>
  (existsSync(folder) ? readdirSync(folder) : []).toSorted().flatMap((name) => {
    const [, day, hour, minute, second] = NAME.exec(name) ?? [];
    return day === undefined ? [] : [{ path: join(folder, name), at: new Date(`${day}${hour}:${minute}:${second}`) }];
  });

/** Only what is wholly a backup of ours; the newest stays, however old it is. */
const removeOld = (folder: string, now: Date): void => {
  for (const { path, at } of backupsIn(folder).slice(0, -1)) {
    if (now.getTime() - at.getTime() <= KEPT_DAYS * DAY || !isBackup(path)) continue;
    rmSync(path, { recursive: true });
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
