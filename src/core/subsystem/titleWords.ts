/** The words of a title of MAINTAINERS, in small letters. */
export interface TitleWords {
  /** Outside of brackets. */
  readonly base: readonly string[];
  /** Of each pair of round brackets: `MEMORY TECHNOLOGY DEVICES (MTD)`. */
  readonly round: readonly (readonly string[])[];
  /** Of each pair of square brackets, which name a part: `NETWORKING [TCP]`. */
  readonly square: readonly (readonly string[])[];
  /** All of them, where a hyphen joins: `pm-graph`. */
  readonly whole: readonly string[];
}

export const titleWords = (title: string): TitleWords => ({
  base: wordsOf(title.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')),
  round: [...title.matchAll(/\(([^)]*)\)/g)].map(([, inside = '']) => wordsOf(inside)),
  square: [...title.matchAll(/\[([^\]]*)\]/g)].map(([, inside = '']) => wordsOf(inside)),
  whole: title
    .toLowerCase()
    .split(/[^a-z0-9+_-]+/)
    .filter((word) => /[a-z0-9]/.test(word)),
});

export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9+]+/)
    .filter((word) => word !== '');

/** Words of titles that do not say what it is about. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
  ...['and', 'of', 'the', 'for', 'drivers', 'driver', 'subsystem', 'support', 'core', 'layer', 'framework'],
  ...['infrastructure', 'filesystem', 'filesystems', 'file', 'system', 'linux', 'kernel', 'general', 'architecture'],
  ...['port', 'generic', 'module', 'security', 'device', 'devices', 'tree', 'api', 'interface'],
]);

/** `mm` of MEMORY MANAGEMENT, `pm` of POWER MANAGEMENT CORE; of one word there are none. */
export const initialsOf = (title: string): readonly string[] => {
  const words = titleWords(title).base.filter((word) => !['and', 'of', 'the', 'for'].includes(word));
  const meaning = words.filter((word) => !EMPTY_WORDS.has(word));
  return [words, meaning].flatMap((these) => (these.length > 1 ? [these.map((word) => word[0]).join('')] : []));
};

/** `selftests` and `selftest` are the same to a person; `rcus` is nobody’s word, `bus` is one of its own. */
export const singular = (word: string): string => (word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);
