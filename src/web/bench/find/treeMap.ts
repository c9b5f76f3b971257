import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { html } from 'hono/html';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { siteFolderAddress } from './siteFolderAddress.ts';
import type { FolderSites } from './sitesByFolder.ts';

const WIDTH = 1000;
const HEIGHT = 440;
/** Below this a name does not fit: the table has it. */
const LEAST_WIDTH = 64;
const LEAST_HEIGHT = 40;

/** Folders as rectangles, as large as the open sites in them; each leads into itself. */
export const treeMap = (folders: readonly FolderSites[], label: string): Markup => {
  const open = folders.filter(({ ready, byHand }) => ready + byHand > 0);
  if (open.length === 0) return nothing;
  const root = hierarchy<{ children?: readonly FolderSites[] } | FolderSites>({ children: open }, (node) =>
    'children' in node ? node.children : undefined,
  ).sum((node) => ('ready' in node ? node.ready + node.byHand : 0));
  const laid = treemap<typeof root.data>().size([WIDTH, HEIGHT]).paddingInner(3).round(true).tile(treemapSquarify)(
    root,
  );
  return html`<svg class="treemap" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${label}">${laid
    .leaves()
    .map(({ data, x0, y0, x1, y1 }) =>
      'ready' in data ? rectangle(data, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }) : nothing,
    )}</svg>`;
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const rectangle = (folder: FolderSites, { x, y, width, height }: Box): Markup => {
  const open = folder.ready + folder.byHand;
  const words = `${folder.name} ${open}: ${folder.ready} ready, ${folder.byHand} by hand`;
  const fits = width >= Math.max(LEAST_WIDTH, folder.name.length * 8 + 16) && height >= LEAST_HEIGHT;
  return html`<a href="${siteFolderAddress(folder)}" aria-label="${seen(words)}">
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"></rect>${
    fits
      ? html`<text x="${x + 10}" y="${y + 22}">${seen(folder.name)}</text> <text class="count" x="${x + 10}"
y="${y + 38}">${open}</text>`
      : nothing
  }</a>\n`;
};
