import { treeScript } from './treeScript.ts';

/** What the tree's own script answers. */
export type ScriptSays =
  | { readonly kind: 'said'; readonly lines: readonly string[]; readonly again: string }
  | { readonly kind: 'unknown'; readonly because: string; readonly settle?: string };

/** Asks `scripts/get_maintainer.pl` of the tree, in the tree: its options, then whole paths of patches or `-f` and files. */
export async function askScript(tree: string, words: readonly string[]): Promise<ScriptSays> {
  const done = await treeScript(tree, 'scripts/get_maintainer.pl', words);
  if (done.kind === 'unknown') return done;
  const { status, stdout, stderr } = done.ran;
  if (status !== 0) {
    const why = stderr.trim().split('\n')[0] || `status ${status}`;
    return { kind: 'unknown', because: `get_maintainer.pl failed: ${why}`, settle: done.again };
  }
  return { kind: 'said', lines: stdout.split('\n').filter((line) => line !== ''), again: done.again };
}
