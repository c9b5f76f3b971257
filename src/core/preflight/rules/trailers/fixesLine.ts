import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';

/** A `Fixes:` line, taken apart as far as it goes. */
export interface FixesLine {
  readonly line: TextLine;
  /** What follows on the next lines, where the title goes on there. */
  readonly rest: readonly TextLine[];
  /** Hexadecimal digits as written; empty where it names no commit. */
  readonly digits: string;
  readonly digitsAt: number;
  /** Without its quotes and brackets; none where there is none. */
  readonly title?: string;
  /** `("title")` and nothing else around it. */
  readonly isQuoted: boolean;
}

/** The `Fixes:` lines of a message. A line that begins so but names no commit counts where git sees a trailer in it. */
export const fixesLines = (patch: PatchMail): readonly FixesLine[] => {
  const trailers = new Set(patch.trailers.map(({ at }) => at));
  return patch.message.flatMap((line, index) => {
    if (!/^fixes[ \t]*:/i.test(line.text)) return [];
    const read = fixesLine(line, patch.message.slice(index + 1, index + 4));
    return read.digits === '' && !trailers.has(line.at) ? [] : [read];
  });
};

const fixesLine = (line: TextLine, next: readonly TextLine[]): FixesLine => {
  const [start = '', digits = ''] = /^fixes[ \t]*:[ \t]*(?:commit[ \t]+)?([0-9a-f]{5,64}\b)?/i.exec(line.text) ?? [];
  const rest = digits === '' ? [] : continued(line.text.slice(start.length), next);
  const after = [line.text.slice(start.length), ...rest.map(({ text }) => text.trim())].join(' ').trim();
  // A title with quotes of its own is quoted by the others.
  const quoted = /^\("(.*)"\)/.exec(after) ?? /^\('(.*".*)'\)/.exec(after);
  const loose = /^[("'‘“\s]*(.*?)[)"'’”\s.]*$/.exec(after.slice(0, 1000));
  const title = quoted?.[1] ?? loose?.[1] ?? '';
  return {
    line,
    rest,
    digits,
    digitsAt: start.length - digits.length,
    ...(title !== '' && { title }),
    isQuoted: quoted !== null,
  };
};

/** The lines up to the one that closes the bracket, if one of the next three does and none of them is a tag. */
const continued = (opened: string, next: readonly TextLine[]): readonly TextLine[] => {
  if (!/^[ \t]*\(/.test(opened) || /\)[^)]{0,80}$/.test(opened)) return [];
  const end = next.findIndex(({ text }) => /\)\s*$/.test(text));
  const rest = end < 0 ? [] : next.slice(0, end + 1);
  return rest.some(({ text }) => text.trim() === '' || /^[A-Za-z-]+-by:/.test(text)) ? [] : rest;
};
