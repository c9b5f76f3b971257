import type { PatchMail } from '../../../patch/patchMail.ts';
import { placeInProse, prose } from '../../../patch/prose.ts';
import type { Finding } from '../../rule.ts';

// `I/O`, `I-cache` and "Type I" are nobody.
const PRONOUN = /(?<![\w/.-])(?:[Ww]e|[Oo]ur|[Ll]et's|(?<!\b(?:[Tt]ype|[Ll]evel|[Pp]art) )I)(?![\w/.-])/;

/** The first place where a message speaks of us. */
export const pronounInMessage = (patch: PatchMail): readonly Finding[] => {
  for (const paragraph of prose(patch)) {
    const found = PRONOUN.exec(paragraph.own);
    if (!found) continue;
    const [word] = found;
    const { line, span } = placeInProse(paragraph, found.index, found.index + word.length);
    return [{ patch, line, span, what: `The message says "${word}".` }];
  }
  return [];
};
