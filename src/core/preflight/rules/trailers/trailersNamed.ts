import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Trailer } from '../../../patch/trailer.ts';

/** A patch's trailers of some names, given in lower case. */
export const trailersNamed = (patch: PatchMail, ...tokens: readonly string[]): readonly Trailer[] =>
  patch.trailers.filter(({ token }) => tokens.includes(token.toLowerCase()));

/** Where a trailer begins. */
export const trailerLine = ({ lines: [text = ''], at }: Trailer): TextLine => ({ text, at });

/** Where on its first line its value stands. */
export const valueSpan = (trailer: Trailer): readonly [number, number] => {
  const { text } = trailerLine(trailer);
  const after = text.slice(text.indexOf(':') + 1);
  return [text.length - after.trimStart().length, text.length];
};

export const tokenSpan = ({ token }: Trailer): readonly [number, number] => [0, token.length];
