import type { PatchMail } from '../patch/patchMail.ts';
import { type Paragraph, type ProsePlace, placeInProse, prose } from '../patch/prose.ts';

/** Words of a message's prose, and where they stand. */
export interface Said extends ProsePlace {
  readonly words: string;
  readonly groups: readonly (string | undefined)[];
  readonly paragraph: Paragraph;
}

/** The first place where the author's own words (no quotation, code or log) match; the pattern is not global. */
export const saidInProse = (patch: Pick<PatchMail, 'body'>, pattern: RegExp): Said | undefined => {
  for (const paragraph of prose(patch)) {
    const match = pattern.exec(paragraph.own);
    if (match) return saidAt(paragraph, match);
  }
  return undefined;
};

const saidAt = (paragraph: Paragraph, match: RegExpExecArray): Said => {
  // A pattern may begin with the end of the sentence before.
  const words = match[0].replace(/^[\s.;!,(]+/, '').trimEnd();
  const from = match.index + match[0].indexOf(words);
  return { ...placeInProse(paragraph, from, from + words.length), words, groups: match.slice(1), paragraph };
};
