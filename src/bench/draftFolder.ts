import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Host } from '../edge/host.ts';

/** Where a site's draft is kept: each tree has drafts of its own, also when two are called the same. */
export const draftFolder = (
  { folders }: Pick<Host, 'folders'>,
  tree: string,
  site: { readonly path: string; readonly line: number },
): string => {
  const which = createHash('sha256').update(tree).digest('hex').slice(0, 6);
  return join(folders.data, 'drafts', `${basename(tree)}-${which}`, `${site.path.replaceAll('/', '-')}-${site.line}`);
};
