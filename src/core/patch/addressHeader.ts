import { bytesOf } from '../mail/textOf.ts';

interface Addressed {
  /** Empty where none is known. */
  readonly name: string;
  readonly address: string;
}

/**
 * `To: Ada Made <ada@made.example>,` and so on: one address a line, in ASCII whatever the names hold. Implements RFC 5322,
 * 3.4 (addresses) and RFC 2047 (names in other letters).
 */
export const addressHeader = (header: string, people: readonly Addressed[]): string =>
  `${header}: ${people.map(addressText).join(',\n ')}`;

/** `Ada Made <ada@made.example>`, as it may stand in a header. */
export const addressText = ({ name, address }: Addressed): string => {
  const bare = oneLine(address).replace(/[<>\s,]/g, '');
  const shown = oneLine(name);
  if (shown === '') return bare;
  if (!/^[ -~]*$/.test(shown)) return `${encodedWords(shown)} <${bare}>`;
  const isPlain = /^[\w!#$%&'*+/=?^`{|}~ -]+$/.test(shown) && !shown.includes('=?');
  return `${isPlain ? shown : `"${shown.replace(/["\\]/g, '\\$&')}"`} <${bare}>`;
};

/** At most so many bytes a word: with its frame of `=?UTF-8?q?…?=` it has at most 75 characters. */
const LONGEST = 60;

/** No letter of several bytes is cut in two; between two words stands a blank that the reader leaves out. */
const encodedWords = (text: string): string => {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    const coded = [...bytesOf(letter)].map(encodedByte).join('');
    if (word.length + coded.length > LONGEST) {
      words.push(word);
      word = '';
    }
    word += coded;
  }
  return [...words, word].map((one) => `=?UTF-8?q?${one}?=`).join(' ');
};

/** A byte, as a character. */
const encodedByte = (byte: string): string =>
  /[A-Za-z0-9!*+/-]/.test(byte) ? byte : `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
