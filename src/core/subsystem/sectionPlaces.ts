import { type Section, valuesOf } from '../maintainers/parseMaintainers.ts';

/** Where to look for files: a folder, and how many levels of folders below it, itself counted. */
export interface Place {
  /** Relative to the tree, without a slash at the end; empty is the tree itself. */
  readonly folder: string;
  readonly levels: number;
}

/**
 * The places outside which a section owns nothing, none within another. An `F:` line names a folder with all below it,
 * or files of one depth by the beginning of their name or with `*`; an `N:` line can own anything anywhere, but one that
 * begins with a folder of the tree means that one, or its copy below tools/.
 */
export const sectionPlaces = (section: Section, isFolder: (path: string) => boolean): readonly Place[] => {
  const widest = new Map<string, number>();
  const named = valuesOf(section, 'N').flatMap((value) => placesNamed(value, isFolder));
  const listed = valuesOf(section, 'F').map((value) => placeOf(value, isFolder));
  for (const { folder, levels } of [...named, ...listed]) {
    widest.set(folder, Math.max(levels, widest.get(folder) ?? 0));
  }
  const places = [...widest].map(([folder, levels]): Place => ({ folder, levels }));
  return places.filter((place) => !places.some((other) => other !== place && covers(other, place)));
};

const ANYWHERE: Place = { folder: '', levels: Number.POSITIVE_INFINITY };

const placesNamed = (value: string, isFolder: (path: string) => boolean): readonly Place[] => {
  const [plain = ''] = /^[\w/-]*/.exec(value) ?? [];
  const folder = plain.slice(0, Math.max(0, plain.lastIndexOf('/')));
  const isRooted = !value.includes('|') && folder !== '' && isFolder(folder);
  return isRooted ? [folder, `tools/${folder}`].map((one) => ({ ...ANYWHERE, folder: one })) : [ANYWHERE];
};

const placeOf = (value: string, isFolder: (path: string) => boolean): Place => {
  // An alternative may begin anywhere.
  if (value.includes('|')) return ANYWHERE;
  const plain = /^[\w/.,@=:~ %+-]*/.exec(value)?.[0] ?? '';
  const isPlain = plain === value;
  const below = value.endsWith('/') || (isPlain && isFolder(value));
  const folder = isPlain && below ? value : plain.slice(0, plain.lastIndexOf('/') + 1);
  const levels = below ? Number.POSITIVE_INFINITY : slashesIn(value) - slashesIn(folder) + 1;
  return { folder: folder.replace(/\/+$/, ''), levels };
};

/** The same depth reached from further up, or all of it. */
const covers = (one: Place, other: Place): boolean => {
  if (one.folder !== '' && !other.folder.startsWith(`${one.folder}/`)) return false;
  const between = other.folder.slice(one.folder.length).split('/').filter(Boolean).length;
  return one.levels - between >= other.levels;
};

const slashesIn = (text: string): number => text.split('/').length - 1;
