import { git } from './git.ts';

/** What a series says of the commit that it was made on. */
export interface SaidBase {
  /** `base-commit:` */
  readonly commit?: string;
  /** The commit that its first patch was made from, as git format-patch writes it on top of a mail. */
  readonly made?: string;
}

/**
 * The commit to try a series on. Without a `base-commit:`, a series made from commits of this repository is tried on
 * what lies below them, whatever branch is checked out. Undefined where the tree as it lies there is meant.
 */
export async function seriesBase(tree: string, { commit, made }: SaidBase): Promise<string | undefined> {
  if (commit !== undefined) {
    const found = await resolved(tree, commit);
    if (found !== undefined) return found;
  }
  return made === undefined ? undefined : resolved(tree, `${made}^`);
}

/** So many commits of a branch are looked through for a person's own; nobody posts from further down. */
const OWN_COMMITS = 200;

/**
 * The newest commit of the branch with this subject and exactly this change, and its parent: a mail without a usable
 * `From <sha>` line (as sent, from b4, --zero-commit) may be made from it all the same.
 */
export async function ownCommit(
  tree: string,
  subject: string,
  diff: Uint8Array,
): Promise<{ readonly sha: string; readonly parent: string } | undefined> {
  const log = ['log', `--max-count=${OWN_COMMITS}`, '--no-merges', '--format=%H %P %s', 'HEAD'];
  const listed = await git(tree, log, { timeoutMs: 5000 });
  const same = listed.stdout.split('\n').flatMap((line) => {
    const [, sha, parent, title] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.*)$/.exec(line) ?? [];
    return sha !== undefined && parent !== undefined && title?.trim() === subject.trim() ? [{ sha, parent }] : [];
  });
  if (same.length === 0) return undefined;
  const wanted = await patchId(tree, diff);
  for (const one of wanted === undefined ? [] : same.slice(0, 5)) {
    const shown = await git(tree, ['diff-tree', '-p', '-M', '--binary', '--full-index', one.sha], {
      encoding: 'latin1',
      timeoutMs: 10_000,
    });
    if ((await patchId(tree, Buffer.from(shown.stdout, 'latin1'))) === wanted) return one;
  }
  return undefined;
}

/** The same for the same change, wherever in a file it stands. */
async function patchId(tree: string, diff: Uint8Array): Promise<string | undefined> {
  const { status, stdout } = await git(tree, ['patch-id', '--stable'], { input: diff, timeoutMs: 10_000 });
  return status === 0 ? /^[0-9a-f]{40,64}/.exec(stdout)?.[0] : undefined;
}

async function resolved(tree: string, revision: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{7,64}\^?$/.test(revision)) return undefined;
  const { status, stdout } = await git(tree, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return status === 0 ? stdout.trim() : undefined;
}
