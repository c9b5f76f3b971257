import type { Host } from '../edge/host.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import type { ChosenTree } from './chooseTree.ts';
import type { VersionLook } from './lookAtWork.ts';
import { namedTree } from './namedTree.ts';

/** What to do next, and the exact command for it. Nothing is ever sent by itself. */
export interface NextStep {
  readonly does: string;
  readonly command: string;
}

/** `error`: what to do about the weightiest error of the check, where it has one. */
export const nextOfVersion = (
  { command }: Pick<Host, 'command'>,
  tree: ChosenTree,
  id: string,
  { made, mails }: VersionLook,
  error: string | undefined,
): NextStep => {
  const { folder, base, version } = made;
  const again = shellCommand([command, 'prepare', '--of', id, ...namedTree(tree)]);
  if (mails.some(({ file }) => file.bytes === undefined)) {
    const same = shellCommand([command, 'prepare', '--of', id, '--version', String(version), ...namedTree(tree)]);
    return { does: 'Make it again from the commits or patches that it came from, named after prepare.', command: same };
  }
  if (error !== undefined) {
    const last = error.endsWith('.') ? error : `${error}.`;
    return { does: `${last} Commit that (git commit --amend, git rebase -i), and prepare it again.`, command: again };
  }
  const mailsOf = `${shellCommand([folder])}/*.patch`;
  if (base === undefined) {
    const does = 'This tree has no history. Take it into a clone of mainline, and prepare it there before it is sent.';
    return { does, command: `git am ${mailsOf}` };
  }
  return {
    does: 'Read the mails once more, then see what would be sent.',
    command: `git send-email --dry-run ${mailsOf}`,
  };
};
