import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import type { Ran } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { git } from './git.ts';
import type { Repository } from './repositoryOf.ts';
import { throwAwayRepository } from './throwAwayRepository.ts';

/**
 * Where commits are made that nobody keeps: git reads the tree's own repository, its settings and attributes, and writes
 * new objects and its index into a folder that is thrown away. Bytes in and out: each character is one byte.
 */
export interface Stage {
  readonly folder: string;
  /** @throws Trouble `machine` when git fails. */
  git(args: readonly string[], input?: string | Uint8Array): Promise<string>;
  /** The same, where to fail is an answer. */
  ask(args: readonly string[], input?: string | Uint8Array): Promise<Ran>;
}

/** On a tree without a history the stage is an empty repository. */
export const withStage = <Result>(
  tree: string,
  repository: Repository,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> =>
  withTempFolder(async (folder) =>
    use(repository.kind === 'repository' ? await borrowedStage(tree, folder) : await emptyStage(folder)),
  );

async function borrowedStage(tree: string, folder: string): Promise<Stage> {
  const objects = await git(tree, ['rev-parse', '--git-path', 'objects']);
  await mkdir(join(folder, 'objects')); // git takes a repository without one for none
  const env = {
    GIT_OBJECT_DIRECTORY: join(folder, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted(resolve(tree, objects.stdout.replace(/\n$/, ''))),
    GIT_INDEX_FILE: join(folder, 'index'),
  };
  const ask: Stage['ask'] = (args, input) =>
    git(tree, args, { env, encoding: 'latin1', ...(input !== undefined && { input: bytesOf(input) }) });
  return { folder, ask, git: async (args, input) => said(args, await ask(args, input)) };
}

async function emptyStage(folder: string): Promise<Stage> {
  const scratch = await throwAwayRepository(folder, 'sha1');
  const ask: Stage['ask'] = (args, input) => scratch.ask(args, input === undefined ? undefined : bytesOf(input));
  return { folder, ask, git: async (args, input) => said(args, await ask(args, input)) };
}

const said = (args: readonly string[], { status, stdout, stderr, missing }: Ran): string => {
  if (status === 0) return stdout;
  if (missing) throw new Trouble('missing', { what: 'git is not installed.', next: 'sudo apt-get install git' });
  throw new Trouble('machine', { what: `git ${verbOf(args)} failed.`, why: stderr.trim() });
};

const bytesOf = (input: string | Uint8Array): Uint8Array =>
  typeof input === 'string' ? Buffer.from(input, 'latin1') : input;

const quoted = (path: string): string => (/["\\\n:]/.test(path) ? JSON.stringify(path) : path);

/** Settings come before it. */
const verbOf = (args: readonly string[]): string => args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
