import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { offlineGit } from './git/git.ts';
import { type Ran, run } from './run.ts';
import { shellCommand } from './shellCommand.ts';
import { withTempFolder } from './tempFolder.ts';

/** A perl script of the tree was run, or why it could not be, with the command that settles it. */
export type ScriptRan =
  | { readonly kind: 'ran'; readonly ran: Ran; readonly again: string }
  | { readonly kind: 'unknown'; readonly because: string; readonly settle?: string };

/**
 * Runs a perl script of the tree in the tree, as its documents tell people to. The options that a person keeps for it in
 * their home folder (`~/.checkpatch.conf`) do not count; those in the tree do. Nothing is written into the tree.
 */
export async function treeScript(
  tree: string,
  script: string,
  args: readonly string[],
  limits: { readonly timeoutMs?: number } = {},
): Promise<ScriptRan> {
  const command = ['perl', script, ...args];
  const again = `cd ${shellCommand([tree])} && ${shellCommand(command)}`;
  if (!existsSync(join(tree, script))) {
    const because = `this tree has no ${script}`;
    // Perhaps it was left out when the tree was checked out; a plain folder has nowhere to take it from.
    const settle = shellCommand(['git', '-C', tree, 'checkout', 'HEAD', '--', script]);
    return { kind: 'unknown', because, ...(existsSync(join(tree, '.git')) && { settle }) };
  }
  return withTempFolder(async (folder) => {
    const ran = await run(command, { cwd: tree, env: { ...(await homeless(folder)), ...offlineGit }, ...limits });
    if (!ran.missing) return { kind: 'ran', ran, again };
    return { kind: 'unknown', because: 'perl is not installed', settle: `sudo apt-get install perl && ${again}` };
  });
}

// Git, which these scripts call, still has to find its configuration: whose repositories it trusts stands there.
async function homeless(folder: string): Promise<Readonly<Record<string, string>>> {
  const home = join(folder, 'home');
  await mkdir(home);
  await symlink(join(homedir(), '.gitconfig'), join(home, '.gitconfig'));
  return {
    HOME: home,
    XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'),
    PYTHONDONTWRITEBYTECODE: '1',
  };
}
