import type { RankedSite } from '../core/finding/rankSite.ts';
import { placeOf } from '../core/finding/site.ts';
import type { Face } from './face.ts';

/** Why a machine leaves a site, and what a person might write there. */
export const sayReasons = ({ note }: Face, site: RankedSite): void => {
  note(`patchling: ${placeOf(site)} is ${site.fix === 'by hand' ? 'for a person to change' : 'left alone'}.`);
  for (const reason of site.because) note(`  why: ${reason}`);
  if (site.replacement !== undefined) note(`  next: a size that you might write is ${site.replacement}`);
};
