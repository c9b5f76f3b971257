import type { FormerCommit } from '../../core/preflight/goodMessages.ts';
import { git } from './git.ts';

// What was found by then is enough.
const patienceMs = 1500;

/** The messages of the last commits that changed one of some paths, newest first, without merges and imports. */
export async function messagesOf(
  tree: string,
  paths: readonly string[],
  count: number,
): Promise<readonly FormerCommit[]> {
  if (paths.length === 0) return [];
  const only = ['--no-merges', '--min-parents=1', '-z', '--format=%H%n%s%n%b', `--max-count=${count}`];
  const { stdout } = await git(tree, ['log', ...only, 'HEAD', '--', ...paths], { timeoutMs: patienceMs });
  return stdout.split('\0').flatMap((text) => {
    const [sha = '', subject, ...body] = text.split('\n');
    return subject === undefined ? [] : [{ sha, subject, body: body.join('\n').trim() }];
  });
}
