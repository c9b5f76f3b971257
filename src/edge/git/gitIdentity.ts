import { git } from './git.ts';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * The author that `git commit` would write here: GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL, then author.*, then user.*, then
 * EMAIL. `undefined` where git would guess from the account and the machine's name, since nobody can be reached there.
 */
export async function gitIdentity(tree: string): Promise<Identity | undefined> {
  // Told to use the configuration only, git forgets EMAIL, which is as good as a setting otherwise.
  return (
    (await ask(tree)) ?? (process.env['EMAIL'] ? ask(tree, { GIT_AUTHOR_EMAIL: process.env['EMAIL'] }) : undefined)
  );
}

async function ask(tree: string, env: Readonly<Record<string, string>> = {}): Promise<Identity | undefined> {
  const { status, stdout } = await git(tree, ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'], { env });
  const [, name, email] = (status === 0 && /^(.+) <(.+)> \d+ [+-]\d+\n$/s.exec(stdout)) || [];
  return name !== undefined && email !== undefined ? { name, email } : undefined;
}
