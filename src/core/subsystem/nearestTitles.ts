import { type Section, valuesOf } from '../maintainers/parseMaintainers.ts';
import { generality } from './sectionFit.ts';
import { wordsOf } from './titleWords.ts';

/** Titles that a mistyped name may have meant, the nearest first: at most five. */
export const nearestTitles = (name: string, sections: readonly Section[]): readonly string[] => {
  const wanted = name.trim().toLowerCase();
  const asked = wordsOf(wanted);
  if (asked.length === 0) return [];
  const rows = sections.flatMap((section) => {
    const { title } = section;
    const shared = asked.filter((word) => word.length > 2 && wordsOf(title).includes(word)).length;
    const distance = Math.min(...spellings(section).map((one) => distanceOf(wanted, one)));
    const isNear = distance <= Math.max(1, Math.floor(wanted.length / 3));
    return isNear || shared > 0
      ? [{ title, distance: isNear ? distance : 99 - shared, claims: generality(section) }]
      : [];
  });
  const ordered = rows.toSorted((one, other) => one.distance - other.distance || other.claims - one.claims);
  return [...new Set(ordered.map(({ title }) => title))].slice(0, 5);
};

/** What a person might have typed for it: its title, a word of it, its list, the last name of a folder. */
const spellings = (section: Section): readonly string[] => {
  const lists = valuesOf(section, 'L').map((list) => (list.split('@')[0] ?? '').toLowerCase().replace(/^linux-/, ''));
  const folders = valuesOf(section, 'F').flatMap((value) =>
    value.endsWith('/') ? [value.split('/').at(-2) ?? ''] : [],
  );
  return [section.title.toLowerCase(), ...wordsOf(section.title), ...lists, ...folders];
};

/** Letters to be put in, taken out, changed, or swapped with their neighbour (Damerau and Levenshtein, the plain form). */
const distanceOf = (one: string, other: string): number => {
  if (Math.abs(one.length - other.length) > 8) return 99;
  const rows: number[][] = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) row.push(cheapest(one, other, i, j, rows, row));
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 99;
};

const cheapest = (
  one: string,
  other: string,
  i: number,
  j: number,
  rows: readonly number[][],
  row: readonly number[],
): number => {
  const at = (r: readonly number[] | undefined, c: number): number => r?.[c] ?? 99;
  const cost = one[i - 1] === other[j - 1] ? 0 : 1;
  const plain = Math.min(at(rows[i - 1], j) + 1, at(row, j - 1) + 1, at(rows[i - 1], j - 1) + cost);
  const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return isSwap ? Math.min(plain, at(rows[i - 2], j - 2) + 1) : plain;
};
