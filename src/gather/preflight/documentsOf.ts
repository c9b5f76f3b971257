import { whyUnsafe } from '../../core/patch/patchPaths.ts';
import type { Facts } from '../../core/preflight/facts.ts';
import { kernelVersion } from '../../core/tree/kernelVersion.ts';
import type { Host } from '../../edge/host.ts';

/** What the rules read in a tree. Each file is read once; the documents may be those of another tree. */
export const documentsOf = (
  { trees }: Pick<Host, 'trees'>,
  tree: string,
  documents = tree,
): Pick<Facts, 'document' | 'isInTree' | 'version'> => {
  const read = new Map<string, string | undefined>();
  const { version } = kernelVersion(trees.text(tree, 'Makefile') ?? '');
  return {
    document: (path) => {
      if (!read.has(path)) read.set(path, textOf(path));
      return read.get(path);
    },
    // The paths are a patch's: no word about what lies outside the tree.
    isInTree: (path) => whyUnsafe(path) === undefined && trees.exists(tree, path),
    version,
  };

  function textOf(path: string): string | undefined {
    if (whyUnsafe(path) !== undefined) return undefined;
    const elsewhere = documents !== tree && path.startsWith('Documentation/') ? trees.text(documents, path) : undefined;
    return elsewhere ?? trees.text(tree, path);
  }
};
