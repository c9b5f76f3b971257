import type { TextLine } from '../mail/mail.ts';
import type { PatchMail } from '../patch/patchMail.ts';

const WORD = /(?:changes?(?:log)?|diffs?|differences|updates?|history)?/.source;
const LINK = /(?:(?:in|since|from|for|between|of)[ \t]+)?(?:patch[ \t]+)?/.source;
const NUMBER = /\(?v(?:ersion[ \t]+)?([0-9]{1,3})(?:[ \t]*(?:-+>|=>|→|to|\.\.)[ \t]*v?([0-9]{1,3}))?\)?/.source;
// What ends the heading: so that `v3 hardware needs it` and `v2-style` are none.
const END = /(?:[ \t]+(?:changes?|changelog))?[ \t]*(?:\]|:|-(?![A-Za-z])|$)/.source;
const SINCE = /changes? since v([0-9]{1,3})\b/.source;
const HEADS = new RegExp(
  `^[ \\t]*(?:[-*=#]+[ \\t]*)?(?:\\[?[ \\t]*${WORD}[ \\t]*${LINK}${NUMBER}${END}|${SINCE})`,
  'i',
);

/** The version that a line begins to tell about: 3 for `Changes in v3:`, `v2 -> v3`, `Changes since v2`. */
export const versionTold = (text: string): number | undefined => versionHeading(text)?.version;

export interface VersionHeading {
  readonly version: number;
  /** What the line says behind it: `less` of `v2: less`. */
  readonly rest: string;
}

export const versionHeading = (text: string): VersionHeading | undefined => {
  if (text.length > 200) return undefined;
  const [whole, from, to, since] = HEADS.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const later = /\b(?:since|from)\b/i.test(whole) && to === undefined ? 1 : 0;
  const version = Number(to ?? since ?? from) + (since === undefined ? later : 1);
  const rest = text
    .slice(whole.length)
    .replace(/^[\s:>]+/, '')
    .trimEnd();
  return { version, rest: /^[ \t]*\[/.test(text) ? rest.replace(/\]$/, '') : rest };
};

/** What a mail tells reviewers outside the commit: below `---`, or the cover letter's text. */
export const notes = (mail: PatchMail): readonly TextLine[] => {
  const stat = mail.below.findIndex(
    ({ text }) => /^ \S.*\|\s+(?:\d|Bin)/.test(text) || /^ \d+ files? changed/.test(text),
  );
  const below = stat < 0 ? mail.below : mail.below.slice(0, stat);
  return mail.isCover ? [...mail.message, ...below] : below;
};
