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
