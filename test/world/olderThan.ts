import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelVersion } from '../../src/core/tree/kernelVersion.ts';

/**
 * `because Linux 6.1.176 is older than 6.12`: why a fact of a release is not looked for in this tree. Undefined where
 * the tree is as new, or does not tell its version: then the fact must be there.
 */
export const olderThan = (tree: string, release: string): string | undefined => {
  const { version } = kernelVersion(readFileSync(join(tree, 'Makefile'), 'utf8'));
  const [major = 0, minor = 0] = release.split('.').map(Number);
  if (!version || version.version > major || (version.version === major && version.patchlevel >= minor))
    return undefined;
  return `because Linux ${version.text} is older than ${release}`;
};
