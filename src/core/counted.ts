const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count within a sentence: `one patch`, `two problems`, `13 mails`. */
export const counted = (count: number, noun: string, several = `${noun}s`): string =>
  `${WORDS[count] ?? count} ${count === 1 ? noun : several}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
