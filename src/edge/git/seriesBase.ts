import { git } from './git.ts';

/** What a series says of the commit that it was made on. */
export interface SaidBase {
  /** `base-commit:` */
  readonly commit?: string;
  /** The commit that its first patch was made from, as git format-patch writes it on top of a mail. */
  readonly made?: string;
}

/**
 * The commit to try a series on. Without a `base-commit:`, a series made from commits that are still in HEAD is tried on
 * what lies below them: the tree has its changes already. Undefined where the tree as it lies there is meant.
 */
export async function seriesBase(tree: string, { commit, made }: SaidBase): Promise<string | undefined> {
  if (commit !== undefined) {
    const found = await resolved(tree, commit);
    if (found !== undefined) return found;
  }
  if (made === undefined) return undefined;
  const { status } = await git(tree, ['merge-base', '--is-ancestor', made, 'HEAD'], { timeoutMs: 3000 });
  return status === 0 ? resolved(tree, `${made}^`) : undefined;
}

async function resolved(tree: string, revision: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{7,64}\^?$/.test(revision)) return undefined;
  const { status, stdout } = await git(tree, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return status === 0 ? stdout.trim() : undefined;
}
