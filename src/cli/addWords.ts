import { type PatchWish, writePatch } from '../bench/writePatch.ts';
import type { Trailer } from '../core/patch/commitMessage.ts';
import { askWhy } from './askWhy.ts';
import type { Face } from './face.ts';
import { keepingWords } from './keepingWords.ts';
import { sayPatch } from './sayPatch.ts';
import { wantsSignOff } from './wantsSignOff.ts';
import { wantsToolTrailer } from './wantsToolTrailer.ts';
import type { Work } from './workOn.ts';

/** At a terminal, a patch without a why is shown and its why asked for, and then the sign-off. */
export const addWords = async (
  face: Face,
  work: Work,
  order: Pick<PatchWish, 'tree' | 'path' | 'line' | 'column' | 'out'>,
): Promise<Work> => {
  const { host, json } = face;
  if (!host.terminal.isInteractive || json || work.hasWhy || work.isEdited || !work.isCurrent) return work;
  sayPatch(face, work);
  const why = await askWhy(face, `${order.path}:${order.line}`);
  if (why === undefined) return { ...work, isShown: true };
  // Written before the certificate is asked for: whoever leaves there keeps the words.
  const write = (signoff: boolean, trailers: readonly Trailer[] = []) =>
    keepingWords(face, why, () => writePatch(host, { ...order, why, signoff, trailers }));
  const worded = await write(false);
  const trailers = await wantsToolTrailer(face, order.tree);
  const signoff = await wantsSignOff(face, order.tree);
  const written = signoff || trailers.length > 0 ? await write(signoff, trailers) : worded;
  face.note('');
  const { patch, subject } = written.kind === 'left' ? work : written;
  return { ...work, patch, subject, hasWhy: true, isShown: true };
};
