import type { PatchMail } from '../patch/patchMail.ts';

/** What a person wrote below the `---` of a patch: without the diffstat that git put there. */
export const notesBelow = ({ below }: Pick<PatchMail, 'below'>): string | undefined => {
  const texts = below.map(({ text }) => text);
  const last = texts.findLastIndex((text) => /^ \d+ files? changed(?:, \d+ \w+\([+-]\))*$/.test(text));
  let from = last;
  while (from > 0 && /^ .*\| +(?:\d+|Bin|Unmerged)\b/.test(texts[from - 1] ?? '')) from--;
  const words = (last < 0 ? texts : texts.slice(0, from))
    .filter((text) => text !== '---')
    .join('\n')
    .trim();
  return words === '' ? undefined : words;
};
