/** What git's own isspace() takes for white space: tab, LF, CR and blank; no form feed, nothing beyond ASCII. */
export const isSpace = (sign: string): boolean => sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t';

/** By hand: a pattern with `$` looks again from every blank of a long run. */
export const withoutEndSpace = (text: string): string => {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
};

/** Where the first sign that is no white space stands; the text's length where there is none. */
export const skipSpace = (text: string, from = 0): number => {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return at;
};

export const withoutSpace = (text: string): string => withoutEndSpace(text.slice(skipSpace(text)));

/** Each run of white space becomes one blank. */
export const oneSpaced = (text: string): string => text.replace(/[\t\n\r ]+/g, ' ');
