import type { Facts } from '../../facts.ts';
import { isOfPack, packs } from '../../packs.ts';

/** Whether a path is the named pack's. */
export const isOfPackByName = (pack: string, path: string, { sections }: Pick<Facts, 'sections'>): boolean => {
  const found = packs.find(({ name }) => name === pack);
  return found !== undefined && isOfPack(found, path, sections(path));
};
