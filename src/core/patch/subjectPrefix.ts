import { guessPrefix } from './guessPrefix.ts';

/** How a subject begins, `drm/gud: ` with its blank, and how that is known. */
export type SubjectPrefix =
  | {
      readonly kind: 'used';
      readonly prefix: string;
      /** So many of so many former subjects begin so. */
      readonly used: number;
      readonly of: number;
      /** Whose history. */
      readonly where: 'file' | 'folder';
    }
  | {
      readonly kind: 'guess';
      readonly prefix: string;
      /** A sentence. */
      readonly because: string;
    };

export interface FormerSubjects {
  /** Of the commits that changed the file, newest first. */
  readonly file?: readonly string[];
  /** Of those that changed its folder. */
  readonly folder?: readonly string[];
}

/**
 * The prefix that a file's history uses (Documentation/process/submitting-patches.rst, "The canonical patch format"):
 * the longest that begins half of the subjects. The folder's history is asked where the file's is too short to tell;
 * without any, the path is, and the answer is marked a guess.
 */
export const subjectPrefix = (path: string, former: FormerSubjects = {}): SubjectPrefix => {
  const ofFile = allPrefixes(former.file);
  const ofFolder = allPrefixes(former.folder);
  const found =
    (ofFile.length >= enough && mostUsed(ofFile, path, 'file'))
    || (ofFolder.length >= enough && mostUsed(ofFolder, path, 'folder'))
    || mostUsed(ofFile, path, 'file');
  return found || { kind: 'guess', ...guessPrefix(path) };
};

/** Fewer subjects than these say too little. */
const enough = 3;

/** Each subject's prefixes, the shortest first: `ASoC: `, `ASoC: wm8994: `. Subjects without any are left out. */
const allPrefixes = (subjects: readonly string[] = []): readonly (readonly string[])[] =>
  subjects.map(prefixesOf).filter((prefixes) => prefixes.length > 0);

const prefixesOf = (subject: string): readonly string[] => {
  const prefixes: string[] = [];
  let prefix = '';
  for (let part = firstPart(subject); part !== undefined; part = firstPart(subject.slice(prefix.length))) {
    prefix += part;
    prefixes.push(prefix);
  }
  return prefixes;
};

const firstPart = (subject: string): string | undefined => {
  // One word, or two as in `perf tools: `; a function's name with () begins the description already.
  const part = /^[\w.,/+*&{}[\]-]+( [\w.,/+*&{}[\]-]+)?: (?=\S)/.exec(subject)?.[0];
  return part === undefined || /^(treewide|tree-wide|global|revert)\b/i.test(part) ? undefined : part;
};

const mostUsed = (
  subjects: readonly (readonly string[])[],
  path: string,
  where: 'file' | 'folder',
): SubjectPrefix | undefined => {
  const counts = new Map<string, { prefix: string; used: number }>();
  for (const prefix of subjects.flat()) {
    const counted = counts.get(prefix.toLowerCase());
    // The newest spelling counts: `Btrfs: ` became `btrfs: `.
    counts.set(prefix.toLowerCase(), { prefix: counted?.prefix ?? prefix, used: (counted?.used ?? 0) + 1 });
  }
  const [longest] = [...counts.values()]
    .filter(({ prefix, used }) => 2 * used >= subjects.length && (used > 1 || isPlain(prefix, path)))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return longest && { kind: 'used', ...longest, of: subjects.length, where };
};

// Seen only once, a second part may belong to the description, unless the path speaks of it.
const isPlain = (prefix: string, path: string): boolean => {
  const parts = prefix.toLowerCase().split(': ').slice(0, -1);
  return parts.length === 1 || path.toLowerCase().includes(parts.at(-1) ?? '');
};
