import type { Rules } from './classSource.ts';

/** How a letter stands for its other case: not at all, in ASCII only, as Unicode says, or so but ASCII apart (/aa). */
export type Fold = 'none' | 'bytes' | 'unicode' | 'asciiOnly';

export const foldFor = (code: number, caseless: boolean, rules: Rules): Fold => {
  if (!caseless || (code < 0x80 && !isAsciiLetter(code))) return 'none';
  if (rules === 'bytes') return code < 0x80 ? 'bytes' : 'none';
  return rules === 'asciiOnly' ? 'asciiOnly' : 'unicode';
};

const isAsciiLetter = (code: number): boolean => /[a-z]/i.test(String.fromCharCode(code));

/** All that is the same letter, the letter itself included. */
export const sameLetter = (code: number, fold: Fold): readonly number[] => {
  if (fold === 'none') return [code];
  if (code >= 0x80) return sameBeyondAscii(code).filter((other) => fold === 'unicode' || other >= 0x80);
  const others = fold === 'unicode' ? foldsToAscii[code | 0x20] : undefined;
  return [code & ~0x20, code | 0x20, ...(others === undefined ? [] : [others])];
};

// U+212A KELVIN SIGN is a k, U+017F LONG S an s.
const foldsToAscii: Readonly<Record<number, number>> = { 107: 0x212a, 115: 0x17f };

// JavaScript folds one character to one, as perl does where a fold has only one (CaseFolding.txt, C and S).
const sameBeyondAscii = (code: number): readonly number[] => {
  const letter = new RegExp(`^\\u{${code.toString(16)}}$`, 'iu');
  const same = [];
  for (let other = 0; other <= lastCased; other++) if (letter.test(String.fromCodePoint(other))) same.push(other);
  return same;
};

const lastCased = 0x1ffff;

/**
 * Whether this letter beyond ASCII, or it and its neighbours, fold to several letters in a way that is not followed
 * here: ß is ss, but ΐ is ι and two marks.
 */
export const foldsToSeveral = (code: number): boolean => {
  const letter = String.fromCodePoint(code);
  if (code < 0x80) return false;
  if (/[\p{M}\p{Script=Greek}\p{Script=Armenian}\u02bc\u02be\u1e9e]/u.test(letter)) return true;
  return [...letter.toUpperCase()].length > 1 || [...letter.toLowerCase()].length > 1;
};

/** What single characters stand for these letters of ASCII when case does not count (CaseFolding.txt, F). */
export const ligatures: readonly (readonly [letters: string, signs: readonly number[]])[] = [
  ['ffi', [0xfb03]],
  ['ffl', [0xfb04]],
  ['ff', [0xfb00]],
  ['fi', [0xfb01]],
  ['fl', [0xfb02]],
  ['ss', [0xdf, 0x1e9e]],
  ['st', [0xfb05, 0xfb06]],
];
