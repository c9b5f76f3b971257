import { perlPattern } from './perlPattern.ts';

/** An `F:`, `X:` or `N:` line, ready to be held against paths. */
export interface PathPattern {
  /** How specific the match is, as scripts/get_maintainer.pl counts; undefined where the path does not match. */
  depthOf(path: string): number | undefined;
}

export type ReadPattern =
  | { readonly kind: 'pattern'; readonly pattern: PathPattern }
  | { readonly kind: 'unsupported'; readonly because: string };

/** What a pattern is held against: the tree's folders, and whether paths are text or bytes. */
export interface PatternWorld {
  /** Whether a path of the tree is a folder: a pattern that names one owns all below, with or without a slash. */
  readonly isFolder: (path: string) => boolean;
  readonly unicode: boolean;
}

/**
 * `F:` and `X:` as read_maintainer_file() and file_match_pattern() in scripts/get_maintainer.pl have them: `*` also
 * stands for slashes, everything but `.`, `*` and `?` is a regular expression, nothing holds the end: `F: mm/vm` owns
 * mm/vmalloc.c, though no file in a folder below. The depth is its slashes, one more for a name, -1 with a leading `*`.
 */
export const filePattern = (value: string, world: PatternWorld): ReadPattern => {
  const converted = expressionOf(value);
  const starts = startTest(value, converted, world.unicode);
  if (starts.kind === 'unsupported') return starts;
  const slashes = slashesIn(converted);
  const leads = converted.startsWith('.*');
  if (converted.endsWith('/')) {
    const depth = leads ? -1 : slashes;
    return { kind: 'pattern', pattern: { depthOf: (path) => (starts.matches(path) ? depth : undefined) } };
  }
  // Whether it is a folder is asked only when a path comes that it could matter for.
  let folder: ReadPattern | 'none' | undefined;
  const depthOf = (path: string): number | undefined => {
    if (!starts.matches(path)) return undefined;
    folder ??= asExpression(value, world) === converted ? 'none' : filePattern(`${value}/`, world);
    if (folder !== 'none') return folder.kind === 'pattern' ? folder.pattern.depthOf(path) : undefined;
    if (slashesIn(path) !== slashes) return undefined;
    return leads ? -1 : slashes + 1;
  };
  return { kind: 'pattern', pattern: { depthOf } };
};

/** The regular expression that the script makes of an `F:` or `X:` line when it reads it. */
export const asExpression = (value: string, { isFolder }: Pick<PatternWorld, 'isFolder'>): string => {
  const written = expressionOf(value);
  return written === value && /[^/]$/.test(value) && isFolder(value) ? `${value}/` : written;
};

const expressionOf = (value: string): string => value.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.');

/** `N:` is a Perl regular expression, with /x, anywhere in the path. */
export const namePattern = (value: string, { unicode }: Pick<PatternWorld, 'unicode'>): ReadPattern => {
  if (/^[\w/-]+$/.test(value)) {
    return { kind: 'pattern', pattern: { depthOf: (path) => (path.includes(value) ? 0 : undefined) } };
  }
  const read = perlPattern(value, { extended: true, unicode });
  if (read.kind === 'unsupported') return read;
  return { kind: 'pattern', pattern: { depthOf: (path) => (read.matches(path) ? 0 : undefined) } };
};

type StartTest =
  | { readonly kind: 'pattern'; readonly matches: (path: string) => boolean }
  | { readonly kind: 'unsupported'; readonly because: string };

// Nearly all patterns are plain names, and startsWith() is several times as fast; most others have but * and ?, and of
// thousands of them a path meets a handful: they are made when they are met.
const startTest = (value: string, converted: string, unicode: boolean): StartTest => {
  if (/^[\w/.,@=:~ %-]*$/.test(value)) return { kind: 'pattern', matches: (path) => path.startsWith(value) };
  if (!/^[\w/.,@=:~ %*?-]*$/.test(value)) return perlPattern(`^${converted}`, { extended: false, unicode });
  let made: RegExp | undefined;
  return {
    kind: 'pattern',
    matches: (path) => {
      made ??= new RegExp(`^${converted}`, 's');
      return made.test(path);
    },
  };
};

/**
 * Every path that an `F:` matches begins with this: folders, each with its slash, or nothing. It is what stands before the
 * first sign that is not itself; an alternative may begin anywhere.
 */
export const firstFolder = (value: string): string => {
  const special = value.search(/[^\w/.,@=:~ %-]/);
  if (special < 0) return value.slice(0, value.lastIndexOf('/') + 1);
  if (value.includes('|')) return '';
  // What is repeated, or left out, is not always there; * and ? stand for signs of their own.
  const sure = /[+{]/.test(value[special] ?? '') ? special - 1 : special;
  return value.slice(0, value.lastIndexOf('/', sure - 1) + 1);
};

const slashesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) count++;
  return count;
};
