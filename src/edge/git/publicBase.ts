import { git } from './git.ts';

/** Whether others have the commit that a series stands on. */
export type PublicBase =
  | { readonly kind: 'public' }
  /** So many commits below the series are nobody else's; `base` is the one that others have, where there is one. */
  | { readonly kind: 'local'; readonly between: number; readonly base?: string }
  | { readonly kind: 'unknown'; readonly because: string };

/** Nobody names more patches as prerequisites. */
const MOST = 100;

/** As the branches of remotes and the tags of releases tell it, when they were fetched last. */
export async function publicBase(tree: string, base: string): Promise<PublicBase> {
  const walk = [
    'rev-list',
    '--topo-order',
    '--parents',
    `--max-count=${MOST + 1}`,
    base,
    '--not',
    '--remotes',
    '--tags=v[0-9]*',
  ];
  const [refs, listed] = await Promise.all([
    git(tree, ['for-each-ref', '--count=1', '--format=%(refname)', 'refs/remotes']),
    git(tree, walk, { timeoutMs: 10_000 }),
  ]);
  if (listed.status !== 0) return { kind: 'unknown', because: 'git took too long to tell' };
  const lines = listed.stdout.split('\n').filter((line) => line !== '');
  if (lines.length === 0) return { kind: 'public' };
  if (refs.stdout.trim() === '')
    return { kind: 'unknown', because: 'this repository has no remote whose branches could tell' };
  const parents = lines.at(-1)?.split(' ').slice(1) ?? [];
  const isLine = lines.length <= MOST && lines.every((line) => line.split(' ').length === 2);
  return { kind: 'local', between: lines.length, ...(isLine && parents[0] !== undefined && { base: parents[0] }) };
}
