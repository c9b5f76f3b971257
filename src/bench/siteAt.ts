import type { Site } from '../core/finding/site.ts';
import type { Workshop } from '../core/finding/sitesIn.ts';
import { type Judged, sitesIn } from '../core/finding/sitesIn.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

export interface PlaceOrder {
  readonly tree: string;
  readonly path: string;
  readonly line: number;
  readonly column?: number | undefined;
}

export interface FoundSite extends Judged {
  readonly bytes: Buffer;
  readonly workshop: Workshop;
}

/** The site on a line of a file as the file is now. Throws Trouble `input` where there is none, naming the nearest. */
export const siteAt = async (host: Pick<Host, 'openWorkshop' | 'readBytes'>, order: PlaceOrder): Promise<FoundSite> => {
  const { tree, path } = order;
  const bytes = Buffer.from(host.readBytes(`${tree}/${path}`));
  const workshop = await host.openWorkshop(tree);
  return { ...pickSite(sitesIn({ path, bytes }, workshop), order), bytes, workshop };
};

/** The one of a file's sites that a line, or a line and a column, means. Throws Trouble `input` as siteAt() does. */
export const pickSite = (judged: readonly Judged[], order: PlaceOrder): Judged => {
  const { line, column } = order;
  const onLine = judged.filter(({ site }) => site.line <= line && line <= site.endLine);
  const exact = onLine.filter(({ site }) => site.line === line);
  const here =
    column === undefined ? (exact.length > 0 ? exact : onLine) : onLine.filter(({ site }) => site.column === column);
  const [found, another] = here;
  if (found && !another) return found;
  throw found
    ? severalSites(
        order,
        here.map(({ site }) => site),
      )
    : noSite(
        order,
        judged.map(({ site }) => site),
      );
};

const noSite = ({ path, line, column }: PlaceOrder, sites: readonly Site[]): Trouble => {
  const near = sites.toSorted((one, other) => Math.abs(one.line - line) - Math.abs(other.line - line)).slice(0, 3);
  const named = near.map((site) => `${site.path}:${site.line}:${site.column} (${site.fix})`);
  return new Trouble('input', {
    what: `No rule holds at ${path}:${line}${column === undefined ? '' : `:${column}`}.`,
    why:
      near.length === 0
        ? 'No allocation in this file has its size computed in the argument.'
        : `The nearest sites of this file are ${named.join(', ')}.`,
    next: `patchling find --all ${path}`,
  });
};

const severalSites = ({ path, line }: PlaceOrder, sites: readonly Site[]): Trouble =>
  new Trouble('input', {
    what: `${sites.length} sites begin at ${path}:${line}.`,
    next: `Name one by its column: ${sites.map((site) => `${site.path}:${site.line}:${site.column}`).join(' or ')}`,
  });
