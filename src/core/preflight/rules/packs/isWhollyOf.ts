import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Facts } from '../../facts.ts';
import { isOfPack, packs } from '../../packs.ts';

/** Whether all that a patch touches is a pack's; an entry in MAINTAINERS goes along with anything. */
export const isWhollyOf = ({ diff }: PatchMail, pack: string, { sections }: Pick<Facts, 'sections'>): boolean => {
  const found = packs.find(({ name }) => name === pack);
  const files = diff.filter(({ path }) => path !== 'MAINTAINERS');
  return found !== undefined && files.length > 0 && files.every(({ path }) => isOfPack(found, path, sections(path)));
};

/** Whether something that a patch touches is a pack's. */
export const isPartlyOf = ({ diff }: PatchMail, pack: string, { sections }: Pick<Facts, 'sections'>): boolean => {
  const found = packs.find(({ name }) => name === pack);
  return found !== undefined && diff.some(({ path }) => isOfPack(found, path, sections(path)));
};
