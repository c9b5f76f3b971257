import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Trailer } from '../../../patch/trailer.ts';
import { trailersNamed } from '../trailers/trailersNamed.ts';

/** The tags that ask the stable team to take a patch, well written or not. */
export const stableTags = (patch: PatchMail): readonly Trailer[] =>
  trailersNamed(patch, 'cc').filter(
    ({ value }) => /^\W{0,3}(?:linux[- ]|kernel[- ])?stable\b/i.test(value) || /\bstable@/i.test(value),
  );

/** Of a mail for the stable list itself (a backport): the series that its brackets name: `5.15.y`. */
export const stableSeries = ({ subject }: PatchMail): readonly string[] =>
  subject.trees.filter((mark) => /^(?:stable|(?:linux-)?v?\d\.\d{1,3}(?:\.y|-stable)?|stable-\d\S{0,10})$/i.test(mark));
