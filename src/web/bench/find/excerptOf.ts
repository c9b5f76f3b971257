import type { RankedSite } from '../../../core/finding/rankSite.ts';
import { type CodeRow, codeRows } from '../../../core/patch/codeRows.ts';
import type { Desk } from '../frame/desk.ts';

/** A call that is longer than this is cut: the site's own page has all of it. */
const MOST = 8;

/** A site's call with a line around it, in colours; nothing where the file cannot be read any more. */
export const excerptOf = async (
  { host, tree }: Pick<Desk, 'host' | 'tree'>,
  { path, line, endLine, at, expression }: RankedSite,
): Promise<readonly CodeRow[]> => {
  const bytes = host.trees.bytes(tree.folder, path);
  if (!bytes) return [];
  const { colour } = await host.openColourer();
  const text = Buffer.from(bytes).toString('latin1');
  const start = text.indexOf(expression, at);
  return codeRows({
    text,
    first: Math.max(1, line - 1),
    last: Math.min(endLine, line + MOST) + 1,
    edits: [],
    // An expression over several lines stands in the file otherwise than it is told: then nothing is marked.
    ...(start !== -1 && start - at < 400 && { marked: { start, end: start + expression.length } }),
    colour,
  });
};
