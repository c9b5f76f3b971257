/** A path as a diff's header writes it: git's C quotes taken off, up to the tab that a date or git's own follows. */
export const headerPath = (text: string): string => {
  const quoted = unquote(text);
  if (quoted) return quoted.path;
  // \r ends a path too, so that a diff with CRLF names what it means.
  const end = text.search(/[\t\r\v\f]/);
  return end < 0 ? text : text.slice(0, end);
};

/** A path of a rename or copy line, which may hold tabs and needs no `a/`. */
export const renamedPath = (text: string): string => unquote(text)?.path ?? text.replace(/[\r\v\f].*$/s, '');

/** Without its first folder, which is git's `a/` or `b/`; as it is where it has none. */
export const withoutSide = (path: string): string => path.slice(path.indexOf('/') + 1);

export const isNowhere = (text: string): boolean => /^\/dev\/null(?:\s|$)/.test(text);

/**
 * The two paths of `diff --git`, without `a/` and `b/`. Unquoted paths may hold blanks, and then only one cut gives
 * the same path twice; a rename has its paths in lines of their own.
 */
export const pathsOfGitLine = (text: string): readonly [before: string, after: string] | undefined => {
  const rest = text.replace(/\r$/, '');
  const first = unquote(rest);
  if (first) {
    const second = rest.slice(first.length).replace(/^[ \t]+/, '');
    return second === '' ? undefined : [withoutSide(first.path), withoutSide(unquote(second)?.path ?? second)];
  }
  const quote = rest.indexOf(' "');
  const second = quote < 0 ? undefined : unquote(rest.slice(quote + 1));
  if (second && quote + 1 + second.length === rest.length)
    return [withoutSide(rest.slice(0, quote)), withoutSide(second.path)];
  return samePathTwice(rest) ?? bySides(rest);
};

/** `a/N b/N`: behind the first folder stand N, a blank, a folder, and N. */
const samePathTwice = (rest: string): readonly [string, string] | undefined => {
  const name = rest.slice(rest.indexOf('/') + 1);
  let slash = -1;
  for (let at = name.length; at > 0; at--) {
    if (name[at] === '/') slash = at;
    if (name[at] !== ' ' && name[at] !== '\t') continue;
    // The slash can stand where the lengths agree for one blank only, so no more than one pair is compared.
    if (slash !== name.length - 1 - at) continue;
    if (name.slice(0, at) === name.slice(slash + 1)) return [name.slice(0, at), name.slice(0, at)];
  }
  return undefined;
};

/** What is left for a rename without its own lines: the first ` b/` parts them, else the first blank. */
const bySides = (rest: string): readonly [string, string] | undefined => {
  const side = rest.indexOf(' b/');
  const cut = side < 0 ? rest.indexOf(' ') : side;
  return cut <= 0 ? undefined : [withoutSide(rest.slice(0, cut)), withoutSide(rest.slice(cut + 1))];
};

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/** What stands in C quotes at the text's beginning, and how many signs it takes with them. */
const unquote = (text: string): { readonly path: string; readonly length: number } | undefined => {
  const length = /^"(?:[^"\\]|\\.)*"/s.exec(text)?.[0].length;
  if (length === undefined) return undefined;
  const bytes: number[] = [];
  for (const [one, octal, sign] of text.slice(1, length - 1).matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]+/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (sign === undefined) for (const byte of new TextEncoder().encode(one)) bytes.push(byte);
    else if (ESCAPES[sign] === undefined) return undefined;
    else bytes.push(ESCAPES[sign]);
  }
  return { path: new TextDecoder().decode(Uint8Array.from(bytes)), length };
};
