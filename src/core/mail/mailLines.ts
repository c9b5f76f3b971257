import { headerBytes } from './headerBytes.ts';
import type { MailHeader } from './mail.ts';
import { skipSpace, withoutEndSpace } from './space.ts';
import { textOf } from './textOf.ts';

/** A mail's lines while they are read: without LF, and without the CR before it, which git mailsplit takes away. */
export interface MailLines {
  readonly lines: readonly string[];
  /** No newline after the last. */
  readonly isOpen: boolean;
  /** The index of the line to be read next. */
  next: number;
}

/** An unfolded header line. */
export interface HeaderLine {
  readonly text: string;
  readonly index: number;
}

/** The header lines from here on; `rest` is the line that ended them, which is no header. */
export const readHeaderLines = (mail: MailLines): { headers: HeaderLine[]; rest?: string } => {
  const headers: HeaderLine[] = [];
  while (mail.next < mail.lines.length) {
    const index = mail.next++;
    const first = withoutEndSpace(mail.lines[index] ?? '');
    if (first === '' || !/^(?:>?From |[!-9;-~]*:)/.test(first)) return { headers, rest: first };
    const pieces = [first];
    for (; /^[\t ]/.test(mail.lines[mail.next] ?? ''); mail.next++)
      pieces.push(withoutEndSpace(` ${(mail.lines[mail.next] ?? '').slice(1)}`));
    headers.push({ text: pieces.join(''), index });
  }
  return { headers };
};

/** Its name and value; none for a `From ` line. */
export const readHeader = ({ text, index }: HeaderLine, firstLine: number): MailHeader | undefined => {
  const name = /^[!-9;-~]+(?=:)/.exec(text)?.[0];
  if (name === undefined) return undefined;
  const raw = text.slice(skipSpace(text, name.length + 1));
  return { name, raw, value: textOf(headerBytes(raw).bytes), at: firstLine + index };
};
