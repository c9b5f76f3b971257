import { headerBytes } from './headerBytes.ts';
import type { Mail, MailHeader, TextLine } from './mail.ts';
import { mailAuthor } from './mailAuthor.ts';
import { type InBodyName, mailBody } from './mailBody.ts';
import { isSpace, oneSpaced, withoutSpace } from './space.ts';
import { bytesOf } from './textOf.ts';

/** What git mailinfo prints of a mail, byte for byte, as characters (latin1). */
export interface Mailinfo {
  readonly author?: string;
  readonly email?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly message: string;
  readonly patch: string;
  /** Git gives the mail back as unreadable; the rest is what could be read all the same. */
  readonly isRefused: boolean;
}

/** A mail as git am would take it. */
export const mailinfoOf = (mail: Mail): Mailinfo => {
  const { said, message, patch, unreadable } = mailBody(mail.lines);
  const value = (name: InBodyName): string | undefined => {
    const isIt = (header: MailHeader): boolean => header.name.toLowerCase() === name;
    const raw = (mail.headers.findLast(isIt) ?? mail.partHeaders?.find(isIt))?.raw;
    return said[name] ?? (raw === undefined ? undefined : headerBytes(raw).bytes);
  };
  const [from, subject, date] = [value('from'), value('subject'), value('date')];
  const author = from === undefined ? undefined : mailAuthor(oneSpaced(from));
  const damage =
    (mail.damage ?? []).length > 0 || [...message, ...patch.slice(0, 1)].some(({ isDamaged }) => isDamaged);
  return {
    ...(author && { author: author.name, email: author.email }),
    ...(subject !== undefined && { subject: oneSpaced(cleanSubject(subject)) }),
    ...(date !== undefined && { date: oneSpaced(date) }),
    message: message.map((line) => written(line, recoded(line))).join(''),
    patch: patch.map((line, at) => written(line, at === 0 ? recoded(line) : (line.bytes ?? line.text))).join(''),
    isRefused: damage || unreadable.length > 0 || [from, subject, date].some((one) => one?.includes('\0')),
  };
};

const written = ({ isOpen }: TextLine, bytes: string): string => (isOpen ? bytes : `${bytes}\n`);

// Bytes that UTF-8 does not have pass through git as they are.
const recoded = ({ text, bytes }: TextLine): string => (bytes && text.includes('\ufffd') ? bytes : bytesOf(text));

/** Without each `Re:`, bracket, colon and blank before it. */
const cleanSubject = (subject: string): string => {
  let at = 0;
  for (; at < subject.length; at++) {
    const sign = subject.charAt(at);
    if (sign === '[') {
      const end = subject.indexOf(']', at);
      if (end < 0) break;
      at = end;
    } else if (/^re:/i.test(subject.slice(at, at + 3)) && subject.length > at + 3) at += 2;
    else if (sign !== ':' && (!isSpace(sign) || sign === '\n' || sign === '\r')) break;
  }
  return withoutSpace(subject.slice(at));
};
