import { type Section, valuesOf } from '../maintainers/parseMaintainers.ts';
import { EMPTY_WORDS, initialsOf, singular, titleWords, wordsOf } from './titleWords.ts';

/** How well a section fits a name that a person typed. */
export interface SectionFit {
  readonly section: Section;
  /** Higher is better; 0 does not fit at all. */
  readonly points: number;
  /** Clauses, the strongest first: `its list is linux-mm@kvack.org`, `it owns mm/`. */
  readonly because: readonly string[];
}

type Reason = readonly [points: number, because: string];

/**
 * By its title, its list and its folders, and by how much it claims: of the hundred sections that share netdev’s list,
 * the one that says GENERAL and owns net/ is meant. Every part counts once, and they add up.
 */
export const sectionFit = (name: string, section: Section): SectionFit => {
  const wanted = plain(name);
  // Of `linux-mm` the title and the folders know only `mm`.
  const short = listStem(wanted);
  if (short === '') return { section, points: 0, because: [] };
  const placed = [...byList(wanted, section), ...byFolder(short, section), ...byName(short, section)];
  const titled = byTitle(short, section);
  // Two letters are the initials of anything: they count only beside a list or a folder.
  const initials = titled.length === 0 && placed.length > 0 ? byInitials(short, section) : [];
  const reasons = [...titled, ...initials, ...placed];
  if (reasons.length === 0) return { section, points: 0, because: [] };
  const ordered = reasons.toSorted(([one], [other]) => other - one);
  const points = reasons.reduce((sum, [one]) => sum + one, generality(section));
  return { section, points: Math.max(1, points), because: ordered.map(([, because]) => because) };
};

/** `Linux-MM@kvack.org` is `linux-mm`, `fs/btrfs/` is `fs/btrfs`. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/^\.?\/+|\/+$/g, '');

/** `linux-mm` is `mm`, `dri-devel` is `dri`. */
const listStem = (list: string): string =>
  list.replace(/^linux-(?=.)/, '').replace(/(?<=.)-(?:devel|dev|list|discuss|users)$/, '');

const byTitle = (wanted: string, { title }: Section): Reason[] => {
  const asked = wordsOf(wanted);
  const letters = title.toLowerCase();
  if (wanted.includes('/') || !asked.some((word) => letters.includes(word.slice(0, 3)))) return [];
  const says = `its title says ${wanted.toUpperCase()}`;
  const { base, round, square, whole } = titleWords(title);
  const compact = asked.join('');
  const meaning = base.filter((word) => !EMPTY_WORDS.has(word));
  const isSame = (words: readonly string[]): boolean =>
    words.length > 0 && singular(words.join('')) === singular(compact);
  if (isSame(base)) return [[70, says]];
  if (round.some((words) => isSame(words))) return [[58, says]];
  // What stands in brackets is often the name itself: UBI FILE SYSTEM (UBIFS) is not UBI.
  if (isSame(meaning)) return [[round.length > 0 ? 52 : 64, says]];
  if (square.some((words) => isSame(words))) return [[40, says]];
  // The fewer other words a title has, the more it is about this one.
  const rest = whole.filter((word) => !asked.includes(word) && !EMPTY_WORDS.has(word)).length;
  const place = indexOfWords(whole, asked);
  if (place >= 0) return [[(place === 0 ? 40 : 18) + 20 / (1 + rest), says]];
  if (asked.length > 1 && asked.every((word) => whole.includes(word))) return [[26 + 10 / (1 + rest), says]];
  if (compact.length > 2 && whole.join('').startsWith(compact)) return [[30, says]];
  const parts = wordsOf(title);
  if (asked.length === 1 && parts.includes(compact)) return [[12, says]];
  if (compact.length > 2 && parts.some((word) => word.startsWith(compact))) {
    return [[10 + 8 / (1 + rest), `its title begins a word with ${wanted.toUpperCase()}`]];
  }
  return [];
};

const byInitials = (wanted: string, { title }: Section): Reason[] =>
  initialsOf(title).includes(wanted) ? [[26, `${wanted.toUpperCase()} are its title’s initials`]] : [];

const indexOfWords = (words: readonly string[], asked: readonly string[]): number =>
  words.findIndex((_, at) => asked.every((word, further) => words[at + further] === word));

const byList = (wanted: string, section: Section): Reason[] => {
  for (const list of valuesOf(section, 'L')) {
    const [address = ''] = /[^\s<>()"]+@[^\s<>()"]+/.exec(list) ?? [];
    const local = address.split('@')[0]?.toLowerCase() ?? '';
    if (local === '') continue;
    if (local === wanted) return [[40, `its list is ${address}`]];
    if (listStem(local) === listStem(wanted)) return [[36, `its list is ${address}`]];
  }
  return [];
};

const byFolder = (wanted: string, section: Section): Reason[] => {
  const found = valuesOf(section, 'F').map((value): Reason => [folderPoints(wanted, value), `it owns ${value}`]);
  const [best] = found.toSorted(([one], [other]) => other - one);
  return best && best[0] > 0 ? [best] : [];
};

const byName = (wanted: string, section: Section): Reason[] =>
  valuesOf(section, 'N').includes(wanted) ? [[20, `it owns what is called ${wanted}`]] : [];

const folderPoints = (wanted: string, value: string): number => {
  const folder = value.toLowerCase().replace(/\/\*?$/, '');
  if (wanted.includes('/')) return folder === wanted ? 80 : folder.startsWith(`${wanted}/`) ? 5 : 0;
  const parts = folder.split('/');
  const last = parts.at(-1) ?? '';
  const depth = parts.length;
  const aside = isAside(folder);
  const stem = last.replace(/[.*].*$/, '');
  if (stem === '' || singular(stem) !== singular(wanted)) return 0;
  // A file that is called so says less than a folder.
  if (stem !== last) return aside ? 4 : 16 - depth;
  return aside ? 8 - Math.min(4, depth) : (FOLDER_POINTS[depth - 1] ?? 4);
};

/** By its depth: `mm/`, `fs/btrfs/`, `drivers/char/tpm/`. */
const FOLDER_POINTS = [50, 38, 15, 8];

/** Folders that hold what goes with the code, not the code. */
const isAside = (path: string): boolean =>
  /^(?:documentation|include|tools|scripts|samples|configs|doc)(?:\/|$)|^arch\/[^/]+\//i.test(path);

/** What claims more is meant: by its words, and by how high in the tree its folders stand. */
export const generality = (section: Section): number => {
  const says = CLAIMS.find(([pattern]) => pattern.test(section.title))?.[1] ?? 0;
  const folders = valuesOf(section, 'F').filter((value) => /\/\*?$/.test(value));
  const own = folders.filter((value) => !isAside(value));
  const depths = (own.length > 0 ? own : folders).map((value) => value.replace(/\*$/, '').split('/').length - 1);
  const height = Math.max(-8, 12 - 4 * Math.min(9, ...depths));
  const isGone = /obsolete|orphan/i.test(valuesOf(section, 'S').join(' '));
  return says + height - (isGone ? 8 : 0);
};

const CLAIMS: readonly (readonly [RegExp, number])[] = [
  [/[[(]general[\])]/i, 14],
  [/\b(?:subsystem|infrastructure)\b/i, 10],
  [/\bframework\b/i, 8],
  [/\b(?:core|layer|architecture|file ?system)\b/i, 6],
];
