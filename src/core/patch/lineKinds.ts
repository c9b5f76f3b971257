import type { PatchMail } from './patchMail.ts';

/** What a line of a mail's file is. */
export type LineKind = 'header' | 'message' | 'trailer' | 'below' | 'file' | 'hunk' | 'new' | 'gone' | 'same' | 'rest';

const MARKS = { '+': 'new', '-': 'gone', ' ': 'same' } as const;

/** By the line of the file, from 1. Lines that are not named are `rest`: empty ones, the signature, an encoded part. */
export const lineKinds = (patch: PatchMail): ReadonlyMap<number, LineKind> => {
  const kinds = new Map<number, LineKind>();
  const { mail, message, trailers, below, cut, diff } = patch;
  const first = mail.source.findIndex((line) => line.trim() === '');
  for (let at = 0; at < (first < 0 ? mail.source.length : first); at++) kinds.set(mail.at + at, 'header');
  // Its lines are not those of the text.
  if (mail.parts.some(({ encoding }) => encoding === 'base64')) return kinds;
  for (const { at } of message) kinds.set(at, 'message');
  for (const { at, lines } of trailers) for (const index of lines.keys()) kinds.set(at + index, 'trailer');
  for (const { at } of below) kinds.set(at, 'below');
  if (cut) kinds.set(cut.at, 'below');
  for (const file of diff) {
    const [hunk] = file.hunks;
    for (let at = file.at; at < (hunk?.at ?? file.at + 1); at++) kinds.set(at, 'file');
    for (const one of file.hunks) {
      kinds.set(one.at, 'hunk');
      for (const { at, mark } of one.lines) kinds.set(at, MARKS[mark]);
    }
  }
  return kinds;
};
