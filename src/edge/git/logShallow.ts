import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { git } from './git.ts';

/** Where a shallow clone ends. */
export interface ShallowEnd {
  /** Changes with the commits it ends at, as `git fetch --deepen` makes it. */
  readonly key: string;
  /** When the newest of them was committed, seconds since 1970. */
  readonly newest: number;
}

/** Undefined where the whole history is there. */
export async function shallowEnd(tree: string): Promise<ShallowEnd | undefined> {
  const { status, stdout } = await git(tree, ['rev-parse', '--git-path', 'shallow']);
  if (status !== 0) return undefined;
  const text = await readFile(resolve(tree, stdout.replace(/\n$/, '')), 'utf8').catch(() => '');
  const ids = text.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  if (ids.length === 0) return undefined;
  const input = `${ids.join('\n')}\n`;
  const times = await git(tree, ['log', '--no-walk', '--stdin', '--format=%ct'], { input });
  return {
    key: createHash('sha256').update(input).digest('hex').slice(0, 16),
    newest: Math.max(0, ...times.stdout.split('\n').map(Number)),
  };
}
