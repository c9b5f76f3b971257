import { isAbsolute, relative, resolve } from 'node:path';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** Paths that a person named, relative to the tree: they may be relative to the tree, to the working folder, or whole. */
export const placesIn = (host: Pick<Host, 'cwd' | 'trees'>, tree: string, names: readonly string[]): string[] =>
  names.map((name) => {
    const tried = [resolve(tree, name), resolve(host.cwd, name)];
    for (const whole of isAbsolute(name) ? [name] : tried) {
      const inside = relative(tree, whole);
      if (!inside.startsWith('..') && !isAbsolute(inside) && host.trees.exists(tree, inside)) return inside;
    }
    throw new Trouble('input', {
      what: `${name} is not in the tree.`,
      where: tree,
      next: 'Name files and folders relative to the tree, for example fs/btrfs.',
    });
  });
