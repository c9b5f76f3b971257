import { userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { Trouble } from '../core/trouble.ts';

/** Patchling's own folders. They need not exist yet. */
export interface BaseFolders {
  readonly config: string;
  /** What cannot be made again: the journal. */
  readonly data: string;
  /** What can: unpacked trees, scans. */
  readonly cache: string;
  readonly state: string;
}

/**
 * Implements the XDG Base Directory Specification: a variable that is unset, empty or not absolute counts for nothing.
 * `env` is `process.env` or a part of it.
 */
export const baseFolders = (env: Readonly<Record<string, string | undefined>>): BaseFolders => {
  const folder = (variable: string, ...below: string[]): string =>
    join(absolute(env[variable]) ?? join(home(env['HOME']), ...below), 'patchling');
  return {
    config: folder('XDG_CONFIG_HOME', '.config'),
    data: folder('XDG_DATA_HOME', '.local', 'share'),
    cache: folder('XDG_CACHE_HOME', '.cache'),
    state: folder('XDG_STATE_HOME', '.local', 'state'),
  };
};

const absolute = (value: string | undefined): string | undefined => (value && isAbsolute(value) ? value : undefined);

const home = (value: string | undefined): string => {
  const named = absolute(value);
  if (named) return named;
  try {
    return userInfo().homedir;
  } catch {
    throw new Trouble('machine', {
      what: 'Patchling found no home folder to keep its files in.',
      why: 'HOME is not set to an absolute path, and this user has no entry among the accounts.',
      next: 'Set HOME to a folder that you may write to, for example: export HOME=/tmp/me',
    });
  }
};
