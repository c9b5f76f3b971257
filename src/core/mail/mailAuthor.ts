import { oneSpaced, withoutSpace } from './space.ts';

/** Somebody as git mailinfo prints them: bytes as characters (latin1). */
export interface MailAuthor {
  readonly name: string;
  readonly email: string;
}

/** Whom a From: value names, read as git am reads it: around the first `@`, whatever RFC 5322 says. */
export const mailAuthor = (from: string): MailAuthor => {
  const text = unquoted(from);
  const sign = text.indexOf('@');
  if (sign < 0) return withoutAt(from);
  let start = sign;
  while (start > 0 && !/[\t\n\r <]/.test(text.charAt(start - 1))) start--;
  const isBracketed = text.charAt(start - 1) === '<';
  let end = start;
  while (end < text.length && !/[\t\n\v\f\r >]/.test(text.charAt(end))) end++;
  const email = text.slice(start, end);
  const before = isBracketed ? `${text.slice(0, start - 1)} ` : text.slice(0, start);
  const rest = withoutSpace(oneSpaced(before + text.slice(end + 1)));
  const name = rest.startsWith('(') && rest.endsWith(')') ? rest.slice(1, -1) : rest;
  return { name: saneName(name, email), email };
};

const withoutAt = (from: string): MailAuthor => {
  const start = from.indexOf('<');
  const end = start < 0 ? -1 : from.indexOf('>', start);
  if (end < 0) return { name: '', email: '' };
  const email = from.slice(start + 1, end);
  return { name: saneName(withoutSpace(from.slice(0, start)), email), email };
};

const saneName = (name: string, email: string): string =>
  name === '' || name.length > 60 || /[@<>]/.test(name) ? email : name;

/** Quotes and backslashes taken away, comments kept with their brackets. */
const unquoted = (text: string): string => {
  const pieces: string[] = [];
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && (isQuoted || depth > 0)) pieces.push(text.charAt(++at));
    else if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    else {
      if (sign === '(' && !isQuoted) depth++;
      else if (sign === ')' && depth > 0) depth--;
      pieces.push(sign);
    }
  }
  return pieces.join('');
};
