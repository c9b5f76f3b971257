import { Trouble } from '../core/trouble.ts';
import type { Check } from '../core/verdict.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';

export interface ChangeOrder {
  readonly tree: string;
  readonly path: string;
  /** The file as it would be. */
  readonly after: Uint8Array;
}

/** Compiles a file as it is and as it would be; what cannot be done here is unknown, with what would settle it. */
export async function* compileChange(
  host: Pick<Host, 'kbuild'>,
  { tree, path, after }: ChangeOrder,
): AsyncGenerator<Progress, Check, undefined> {
  try {
    const build = yield* host.kbuild.prepare(tree);
    yield { doing: `Compiling ${path} before and after the change` };
    return await host.kbuild.compile({ build, path, after });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const { what, why = '', next } = error.words;
    const details = why.split('\n').filter((line) => line.trim() !== '');
    const settle = next === undefined ? {} : { settle: next };
    return { check: compileName(path), verdict: 'unknown', seen: what, details, ...settle };
  }
}

export const compileName = (path: string): string => `compile ${path.replace(/\.c$/, '.o')}`;
