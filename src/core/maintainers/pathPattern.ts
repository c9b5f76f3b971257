/** An `F:`, `X:` or `N:` line, ready to be held against paths. */
export interface PathPattern {
  readonly matches: (path: string) => boolean;
  /** Every path that matches begins with this: folders, each with its slash, or nothing. */
  readonly folder: string;
  /** How specific it is, as scripts/get_maintainer.pl counts: its slashes, one more for a name; -1 with a leading *. */
  readonly depth: number;
}

/**
 * `F:` and `X:` as read_maintainer_file() and file_match_pattern() in scripts/get_maintainer.pl have them: `*` also
 * stands for slashes, everything but `.`, `*` and `?` is a regular expression, nothing holds the end: `F: mm/vm` owns
 * mm/vmalloc.c, though no file in a folder below. `isFolder` knows the tree's folders: a pattern that names one owns
 * all below. `undefined` where it is no regular expression.
 */
export const filePattern = (value: string, isFolder: (path: string) => boolean): PathPattern | undefined => {
  const converted = value.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.');
  const named = converted === value && !value.endsWith('/') && isFolder(value);
  const pattern = named ? `${converted}/` : converted;
  const slashes = slashesIn(pattern);
  const below = pattern.endsWith('/');
  const starts = startTest(named ? `${value}/` : value, pattern);
  return (
    starts && {
      matches: below ? starts : (path) => starts(path) && slashesIn(path) === slashes,
      folder: literalFolder(pattern),
      depth: pattern.startsWith('.*') ? -1 : slashes + (below ? 0 : 1),
    }
  );
};

/** `N:` is a Perl regular expression, with /x, anywhere in the path. */
export const namePattern = (value: string): PathPattern | undefined => {
  const pattern = compiled(value.replace(/\\.|\[[^\]]*\]|\s+|#.*/g, (part) => (/^[\s#]/.test(part) ? '' : part)));
  return pattern && { matches: (path) => pattern.test(path), folder: '', depth: 0 };
};

// Nearly all patterns are plain names, and startsWith() is several times as fast.
const startTest = (value: string, pattern: string): ((path: string) => boolean) | undefined => {
  if (/^[\w/.,@=:~ %-]*$/.test(value)) return (path) => path.startsWith(value);
  const expression = compiled(`^${pattern}`);
  return expression && ((path) => expression.test(path));
};

const compiled = (pattern: string): RegExp | undefined => {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
};

/** What stands before the first sign that is not itself, up to a slash. An alternative may begin anywhere. */
const literalFolder = (pattern: string): string => {
  if (pattern.includes('|')) return '';
  const plain = /^[\w/,@=:~ %-]*/.exec(pattern)?.[0] ?? '';
  return plain.slice(0, plain.lastIndexOf('/') + 1);
};

const slashesIn = (text: string): number => text.split('/').length - 1;
