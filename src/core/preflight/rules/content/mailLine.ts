import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';

/** The mail's line with this number in the file, found by halves: the lines stand in their order. */
export const mailLine = ({ mail: { lines } }: PatchMail, at: number): TextLine | undefined => {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) <= at) low = middle;
    else high = middle;
  }
  return lines[low]?.at === at ? lines[low] : undefined;
};
