import type { Piece } from './evidence.ts';
import { type LikenessKind, likenessMarks } from './likenessMarks.ts';
import { looksLike } from './looksLike.ts';
import { bandsOf, sharedPart, signature } from './signature.ts';

/** By what a piece is found again among what others handed in. Nothing of its words can be read out of it. */
export interface LikenessSign {
  /** Among the pieces, from 0. */
  readonly ordinal: number;
  readonly piece: string;
  readonly kind: LikenessKind;
  /** See `signature`; of a boot id there is one, of itself. */
  readonly signs: readonly number[];
  /** Two that share none of these are not alike. */
  readonly bands: readonly string[];
}

/**
 * From which part on two pieces are worth a person's look, measured on what was made here (docs/figures/evidenceLikeness.md). A
 * configuration says nothing by itself: it only stands beside something else that is alike.
 */
const ALIKE: Readonly<Record<LikenessKind, number>> = {
  ...{
    'time stamps': 0.2,
    'time steps': 0.2,
    addresses: 0.5,
    words: 0.5,
    'changed lines': 0.4,
    'boot id': 1,
    configuration: 0.98,
  },
};

/** So few lines of a log, or of a patch, are enough: that two people have them alike does not happen by chance. */
const LEAST: Partial<Record<LikenessKind, number>> = { 'changed lines': 6 };

/** Of each piece what is its own, without the person's mark. Pure, and never throws. */
export const likenessSigns = (pieces: readonly Piece[], nonce: string): readonly LikenessSign[] =>
  pieces.flatMap((piece, ordinal) =>
    likenessMarks(new TextDecoder().decode(piece.bytes), nonce, looksLike(piece)).flatMap(({ kind, words }) => {
      const at = { ordinal, piece: piece.name, kind };
      if (kind === 'boot id') {
        const [id = ''] = words;
        return [{ ...at, signs: [], bands: [`${kind} ${id}`] }];
      }
      const signs = signature(words, LEAST[kind]);
      return signs ? [{ ...at, signs, bands: bandsOf(signs).map((band) => `${kind} ${band}`) }] : [];
    }),
  );

/** How much two pieces of a kind share, where that is worth a look. Both are known to share a band. */
export const alikePart = (kind: LikenessKind, one: readonly number[], other: readonly number[]): number | undefined => {
  const part = kind === 'boot id' ? 1 : sharedPart(one, other);
  return part >= ALIKE[kind] ? part : undefined;
};

/** Whether this kind of likeness is one by itself. */
export const saysSomething = (kind: LikenessKind): boolean => kind !== 'configuration';
