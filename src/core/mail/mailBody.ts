import { headerBytes } from './headerBytes.ts';
import type { TextLine } from './mail.ts';
import { mailAuthor } from './mailAuthor.ts';
import { isSpace, oneSpaced, skipSpace, withoutSpace } from './space.ts';
import { textOf } from './textOf.ts';

/** A mail's text as git mailinfo takes it apart. */
export interface MailBody {
  /** The `From:`, `Subject:` and `Date:` lines before the message, folded ones too; no part of it. */
  readonly inBody: readonly TextLine[];
  /** What they say. Git passes over them where no patch follows, and then these are left out. */
  readonly author?: { readonly name: string; readonly address: string };
  /** Its brackets still before it. */
  readonly subject?: string;
  readonly date?: string;
  /** Up to the patch, empty lines at its end included. */
  readonly message: readonly TextLine[];
  /** From its first line on: `---`, `diff -…` or `Index: …`. */
  readonly patch: readonly TextLine[];
  /** The values' bytes, as they came, and where an encoded word in them could not be read. */
  readonly said: InBodyValues;
  readonly unreadable: readonly number[];
}

export type InBodyName = 'from' | 'subject' | 'date';
export type InBodyValues = { readonly [Name in InBodyName]?: string };

/** Parts the lines of a mail into headers in the body, message and patch. */
export const mailBody = (lines: readonly TextLine[]): MailBody => {
  const { from, inBody, said, unreadable } = inBodyHeaders(lines);
  let end = from;
  while (end < lines.length && !startsPatch(lines[end] as TextLine)) end++;
  const patch = lines.slice(end);
  const counted = patch.length > 0 ? said : {};
  const author = counted.from === undefined ? undefined : mailAuthor(oneSpaced(counted.from));
  return {
    inBody,
    ...(author && { author: { name: textOf(author.name), address: textOf(author.email) } }),
    ...(counted.subject !== undefined && { subject: textOf(withoutSpace(oneSpaced(counted.subject))) }),
    ...(counted.date !== undefined && { date: textOf(withoutSpace(oneSpaced(counted.date))) }),
    message: lines.slice(from, end),
    patch,
    said: counted,
    unreadable,
  };
};

const NAMES: readonly InBodyName[] = ['from', 'subject', 'date'];

const nameIn = (line: string, said: InBodyValues): InBodyName | undefined => {
  const start = line.slice(0, 8).toLowerCase();
  return NAMES.find((name) => said[name] === undefined && start.startsWith(`${name}:`));
};

const inBodyHeaders = (lines: readonly TextLine[]) => {
  const said: { [Name in InBodyName]?: string } = {};
  const inBody: TextLine[] = [];
  const unreadable: number[] = [];
  let open: { name: InBodyName; pieces: string[]; at: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const { bytes, isSound } = headerBytes(open.pieces.join(''));
    said[open.name] = `${bytes}\n`; // git keeps the newline of such a line, and so a blank behind a date
    if (!isSound) unreadable.push(open.at);
    open = undefined;
  };
  let from = 0;
  for (; from < lines.length; from++) {
    const { text, bytes = text, at, isOpen } = lines[from] as TextLine;
    if (bytes === '') {
      if (!open) continue;
      from++; // the empty line after the headers is no part of the message
      break;
    }
    if (open && (bytes.startsWith(' ') || bytes.startsWith('\t'))) open.pieces.push(bytes);
    else {
      close();
      const name = nameIn(bytes, said);
      if (isSubjectAlone(bytes, isOpen)) said.subject = bytes;
      else if (name !== undefined) open = { name, pieces: [bytes.slice(skipSpace(bytes, name.length + 1))], at };
      else if (!isSeparator(bytes, isOpen)) break;
    }
    inBody.push(lines[from] as TextLine);
  }
  close();
  return { from, inBody, said, unreadable };
};

/** `[PATCH] what it does`, which counts as a subject, even after one. */
const isSubjectAlone = (line: string, isOpen: true | undefined): boolean =>
  line.startsWith('[PATCH]') && (line.length > 7 ? isSpace(line.charAt(7)) : !isOpen);

/** The first line of git format-patch, as a mail program quotes it. */
const isSeparator = (line: string, isOpen: true | undefined): boolean =>
  !isOpen && line.length === 71 && /^>From [0-9a-f]{40} Mon Sep 17 00:00:00 2001$/.test(line);

const startsPatch = ({ text, isOpen }: TextLine): boolean => {
  if (text.startsWith('diff -') || text.startsWith('Index: ')) return true;
  if (!text.startsWith('---') || (text.length === 3 && isOpen)) return false;
  if (text.charAt(3) === ' ' && (text.length > 4 ? !isSpace(text.charAt(4)) : isOpen === true)) return true;
  return !isOpen && skipSpace(text, 3) === text.length;
};
