import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { draw, seededRandom } from '../../src/core/std.ts';
import { baseFolders } from '../../src/edge/baseFolders.ts';
import { kernelTree } from '../../test/world/kernelTree.ts';

/** Where kernels are built and booted: outside the repository, kept for the next time. */
export interface Lab {
  readonly folder: string;
  /** A kernel's source, only read. */
  readonly tree: string;
  say(step: string): void;
}

/** Undefined where there is no kernel's source. */
export const openLab = (): Lab | undefined => {
  const tree = kernelTree();
  if (tree === undefined) return undefined;
  const folder = join(baseFolders(process.env).cache, 'lab');
  mkdirSync(folder, { recursive: true });
  return { folder, tree, say: (step) => process.stderr.write(`… ${step}\n`) };
};

/** Somebody's mark, of the form that the server gives: always the same for the same piece, so that what it is in is kept. */
export type MarkOf = (piece: string) => string;

export const createMarks =
  (seed: string): MarkOf =>
  (piece) => {
    const random = seededRandom(`${seed} ${piece}`);
    return `plg${Array.from({ length: 12 }, () => draw([...'abcdefghijklmnopqrstuvwxyz234567'], random)).join('')}`;
  };
