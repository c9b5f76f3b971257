import type { FileDiff } from './fileDiff.ts';

/** The paths that diffs name, before and after, each once, in their order. */
export const patchPaths = (files: readonly Pick<FileDiff, 'before' | 'after' | 'path'>[]): readonly string[] => [
  ...new Set(files.flatMap(({ before, after, path }) => [before ?? path, after ?? path])),
];

/** Why a path must not be touched: it leads out of the tree, or into git's own folder. */
export const whyUnsafe = (path: string): string | undefined => {
  if (path === '' || path.includes('\0') || path.length > 4000) return 'it is no path';
  const parts = path.split('/');
  if (parts.length > 100) return 'it is no path';
  if (path.startsWith('/') || parts.includes('..')) return 'it leads out of the tree';
  if (parts.some((part) => part === '' || part === '.')) return 'it is not written as the tree has it';
  if (parts.some((part) => part.toLowerCase() === '.git')) return 'it leads into git’s own folder';
  return undefined;
};
