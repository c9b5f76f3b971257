import type { TextLine } from '../mail/mail.ts';

/**
 * Where the literals or deltas of a `GIT binary patch` end, which begin at this index: one block, or two where it can
 * be taken back, each ended by an empty line. What they hold is not looked at.
 */
export const readBinaryPatch = (
  lines: readonly TextLine[],
  from: number,
): { readonly end: number; readonly damage: readonly { readonly what: string; readonly at: number }[] } => {
  let index = from;
  for (let block = 0; block < 2; block++) {
    const head = lines[index];
    if (!head || !/^(?:literal|delta) \d{1,15}\r?$/.test(head.text)) {
      if (block === 1) break;
      return {
        end: index,
        damage: [{ what: 'the binary patch has no contents', at: (lines[from - 1] as TextLine).at }],
      };
    }
    index++;
    while (isData(lines[index]?.text)) index++;
    const end = lines[index];
    if (end === undefined || !/^\r?$/.test(end.text))
      return { end: index, damage: [{ what: 'the binary patch is cut short', at: head.at }] };
    index++;
  }
  return { end: index, damage: [] };
};

/** A sign for the number of bytes, up to 52, and five signs for every four of them. */
const isData = (text: string | undefined): boolean => {
  if (text === undefined || text.length > 67) return false;
  const [, sign = '', groups] = /^([A-Za-z])((?:[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{5})+)\r?$/.exec(text) ?? [];
  const bytes = sign < 'a' ? sign.charCodeAt(0) - 64 : sign.charCodeAt(0) - 70;
  return groups !== undefined && groups.length / 5 === Math.ceil(bytes / 4);
};
