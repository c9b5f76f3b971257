import type { Person } from '../../core/patch/patchMail.ts';
import { commitsNamed } from './commitsNamed.ts';
import { git } from './git.ts';
import { releaseTags } from './releaseTags.ts';

export interface ReadCommit {
  readonly author: Person;
  readonly subject: string;
  /** The message, without its subject. */
  readonly text: string;
  /** The first release that has it. */
  readonly release?: string;
}

export type CommitRead =
  | { readonly kind: 'read'; readonly commit: ReadCommit }
  | { readonly kind: 'none' }
  | { readonly kind: 'no repository' };

const FORMAT = '%an%x00%ae%x00%s%x00%b';
const patienceMs = 5000;

/** A commit of a tree's history by its hash, or the first digits of it; one that no branch has any more counts, too. */
export async function readCommit(tree: string, digits: string): Promise<CommitRead> {
  const inside = await git(tree, ['rev-parse', '--git-dir'], { timeoutMs: patienceMs });
  if (inside.status !== 0) return { kind: 'no repository' };
  const named = (await commitsNamed(tree, [digits], new Set([digits]), await releaseTags(tree))).get(digits);
  if (named?.found !== 'one' || named.sha === undefined) return { kind: 'none' };
  const shown = await git(tree, ['show', '--no-patch', `--format=${FORMAT}`, named.sha], { timeoutMs: patienceMs });
  const [name = '', address = '', subject = '', text = ''] = shown.stdout.split('\0');
  const { release } = named;
  return {
    kind: 'read',
    commit: { author: { name, address }, subject, text: text.trim(), ...(release === undefined ? {} : { release }) },
  };
}
