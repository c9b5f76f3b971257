import { realpathSync } from 'node:fs';
import { shellCommand } from '../shellCommand.ts';
import { git } from './git.ts';

/** Whether a tree has a history of its own. */
export type Repository =
  | {
      readonly kind: 'repository';
      /** The commit that is checked out, in full. */
      readonly head: string;
      /** Without it, no branch is checked out. */
      readonly branch?: string;
    }
  | {
      readonly kind: 'none';
      readonly because: string;
      /** The command that would change that, where there is one. */
      readonly settle?: string;
    };

/** A tree is its own repository only when its folder is the top of the work tree (a linked work tree too). */
export async function repositoryOf(tree: string): Promise<Repository> {
  // Without the ceiling: a repository further up is worth a word.
  const top = await git(tree, ['rev-parse', '--show-toplevel'], { env: { GIT_CEILING_DIRECTORIES: undefined } });
  if (top.missing) return { kind: 'none', because: 'git is not installed', settle: 'sudo apt-get install git' };
  const own = realpathSync(tree);
  if (top.status !== 0) return refused(own, top.stderr);
  const found = top.stdout.replace(/\n$/, '');
  if (realpathSync(found) !== own) {
    return { kind: 'none', because: `it is no repository itself, but lies inside another one, ${found}` };
  }
  const head = await git(tree, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head.status !== 0) return { kind: 'none', because: 'its repository has no commit yet' };
  const branch = await git(tree, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return {
    kind: 'repository',
    head: head.stdout.trim(),
    ...(branch.status === 0 && { branch: branch.stdout.trim() }),
  };
}

function refused(tree: string, stderr: string): Repository {
  if (/not a git repository/.test(stderr)) return { kind: 'none', because: 'it is a plain folder, no git repository' };
  const owner = /dubious ownership in repository at '(.*)'/.exec(stderr)?.[1];
  if (owner === undefined) return { kind: 'none', because: `git says: ${stderr.trim().split('\n')[0]}` };
  if (owner !== tree) {
    return { kind: 'none', because: `it is no repository itself, but lies inside one of somebody else, ${owner}` };
  }
  return {
    kind: 'none',
    because: 'its repository belongs to another user, and git reads such a one only when told so',
    settle: shellCommand(['git', 'config', '--global', '--add', 'safe.directory', tree]),
  };
}
