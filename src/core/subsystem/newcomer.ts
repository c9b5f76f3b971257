/** What a person who asks for advice says of themselves. Nothing else about them is kept. */
export interface Newcomer {
  /** A week. */
  readonly hours?: number;
  /** Until they have to stop: the end of a term, a holiday. */
  readonly months?: number;
  /** In their words: `networking`, `filesystems`. */
  readonly interests: readonly string[];
  /** At hand: `Raspberry Pi`, `x86 laptop`. */
  readonly hardware: readonly string[];
}

/** `networking, file systems`, as it is typed, apart. */
export const newcomerWords = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[,;\n]/)
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

/** The most that is taken for an answer. */
export const MOST_HOURS = 100;
export const MOST_MONTHS = 120;

/** `10`, `2.5`, `10h` as a number up to `most`; nothing where nothing was said, `wrong` where it is no such number. */
export const newcomerCount = (text: string | undefined, most: number): number | 'wrong' | undefined => {
  if (text === undefined || text.trim() === '') return undefined;
  const [, number] = /^(\d+(?:[.,]\d+)?)\s*(?:h|hours?|m|months?)?$/.exec(text.trim()) ?? [];
  const count = Number(number?.replace(',', '.'));
  return count > 0 && count <= most ? count : 'wrong';
};
