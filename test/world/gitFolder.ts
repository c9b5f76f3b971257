import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const somebody = { name: 'A Maker', email: 'maker@example.org', date: '2024-01-02T03:04:05Z' };

// Only what is said here counts, not the configuration of the machine that the tests run on.
const env = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: somebody.name,
  GIT_AUTHOR_EMAIL: somebody.email,
  GIT_AUTHOR_DATE: somebody.date,
  GIT_COMMITTER_NAME: somebody.name,
  GIT_COMMITTER_EMAIL: somebody.email,
  GIT_COMMITTER_DATE: somebody.date,
};

/** Runs real git in a folder, without the configuration of this machine; gives what it printed, less the last line end. */
export const inGit = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).replace(
    /\n$/,
    '',
  );

/** Writes files into a folder, making folders as needed. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Makes a folder a real repository with one commit of these files after an empty one; gives the folder. */
export function gitFolder(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(folder, { recursive: true });
  inGit(folder, 'init', '--quiet', '--initial-branch=main');
  inGit(folder, 'commit', '--quiet', '--allow-empty', '--message=begin');
  commitFiles(folder, files, 'mm: add the files');
  return folder;
}

/** Commits these files; gives the new commit's id. */
export function commitFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  message: string,
): string {
  writeFiles(folder, files);
  inGit(folder, 'add', '--force', '--', ...Object.keys(files));
  inGit(folder, 'commit', '--quiet', `--message=${message}`);
  return inGit(folder, 'rev-parse', 'HEAD');
}
