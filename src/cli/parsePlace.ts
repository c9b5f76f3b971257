import { Trouble } from '../core/trouble.ts';

/** `PATH:LINE` or `PATH:LINE:COLUMN`. */
export const parsePlace = (words: string): { path: string; line: number; column?: number } => {
  const match = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/s.exec(words);
  if (!match?.[1] || !match[2]) {
    throw new Trouble('input', {
      what: `${words === '' ? 'An empty text' : words} is not a place.`,
      next: 'Name one as PATH:LINE, for example mm/vmalloc.c:5055; `patchling find` lists them.',
    });
  }
  return { path: match[1], line: Number(match[2]), ...(match[3] === undefined ? {} : { column: Number(match[3]) }) };
};
