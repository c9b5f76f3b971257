import { latin1 } from '../latin1.ts';
import type { PatchSeries } from '../series/patchSeries.ts';
import { readMailbox } from '../series/readMailbox.ts';
import type { Piece } from './evidence.ts';
import { looksLike } from './looksLike.ts';

/** More than a task asks for: an archive. */
const MOST_SERIES = 3;

/** The patches among the pieces, as one series where they are one; undefined where there is none, or where it is an archive. */
export const evidencePatches = (pieces: readonly Piece[]): PatchSeries | undefined => {
  const files = pieces
    .filter((piece) => looksLike(piece).has('patch'))
    .map(({ name, bytes }) => ({ file: name, source: latin1(bytes) }));
  const { series } = readMailbox(files);
  if (series.length > MOST_SERIES) return undefined;
  return series.reduce<PatchSeries | undefined>(
    (largest, one) => (largest && largest.patches.length >= one.patches.length ? largest : one),
    undefined,
  );
};
