import { sitesIn } from '../core/finding/sitesIn.ts';
import type { DrawnSite } from '../core/journal/fact.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** Whether a site stands in the tree as it did when it was drawn; several may stand on its line. */
export const isSiteThere = async (
  host: Pick<Host, 'readBytes' | 'openWorkshop'>,
  tree: string,
  { path, line, expression }: Pick<DrawnSite, 'path' | 'line' | 'expression'>,
): Promise<boolean> => {
  try {
    const bytes = Buffer.from(host.readBytes(`${tree}/${path}`));
    const found = sitesIn({ path, bytes }, await host.openWorkshop(tree));
    return found.some(({ site }) => site.line === line && site.expression === expression);
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
};
