import type { PerlReader } from './perlReader.ts';

const controls: Readonly<Record<string, number>> = { a: 0x07, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 };

/**
 * What an escape that names one character stands for, inside a class and outside; the reader stands behind the
 * backslash. `undefined` where it names none, and nothing is taken. perlrebackslash, "Character Escapes".
 */
export const readCharEscape = (reader: PerlReader): number | undefined => {
  const at = reader.at - 1;
  const control = controls[reader.next];
  if (control !== undefined) {
    reader.at++;
    return control;
  }
  if (reader.eat('x')) return allowed(reader, hexadecimal(reader, at), at);
  if (reader.eat('o')) return allowed(reader, octalInBraces(reader, at), at);
  if (reader.eat('c')) return control64(reader, at);
  if (reader.text.startsWith('N{', reader.at)) return named(reader, at);
  const octal = reader.take(/0[0-7]{0,2}/y);
  return octal ? Number.parseInt(octal[0], 8) : undefined;
};

// perl takes odd digits with a warning, and leaves out what follows them.
const hexadecimal = (reader: PerlReader, at: number): number => {
  if (!reader.eat('{')) return Number.parseInt(`0${reader.take(/[\da-f]{0,2}/iy)?.[0]}`, 16);
  const digits = reader.take(/[ \t]*([\da-f]+)[ \t]*\}/iy)?.[1];
  if (digits !== undefined) return Number.parseInt(digits, 16);
  if (!reader.text.includes('}', reader.at)) throw reader.refused('nothing closes the brace of this \\x{', at);
  throw reader.unsupported('\\x{ with other than hexadecimal digits', at);
};

const octalInBraces = (reader: PerlReader, at: number): number => {
  const digits = reader.take(/\{[ \t]*([0-7]+)[ \t]*\}/y)?.[1];
  if (digits !== undefined) return Number.parseInt(digits, 8);
  if (!reader.take(/\{[^}]+\}/y)) throw reader.refused('\\o is followed by octal digits in braces', at);
  throw reader.unsupported('\\o{ with other than octal digits', at);
};

const control64 = (reader: PerlReader, at: number): number => {
  const letter = reader.take(/[ -z|}~]/y)?.[0]; // `\c{` is what perl asks to be written `\c;`
  if (letter === undefined) throw reader.refused('\\c is followed by a printable character of ASCII', at);
  return letter.toUpperCase().charCodeAt(0) ^ 0x40;
};

const named = (reader: PerlReader, at: number): number | undefined => {
  if (!reader.text.includes('}', reader.at)) throw reader.refused('nothing closes the brace of this \\N{', at);
  if (/^N\{[ \t]*(\d+|,)/.test(reader.text.slice(reader.at))) return undefined; // \N, so many times
  const digits = reader.take(/N\{[ \t]*U\+([\da-f]+)[ \t]*\}/iy)?.[1];
  if (digits === undefined) throw reader.unsupported('\\N{…} with a name', at);
  if (reader.rules === 'bytes') throw reader.unsupported('\\N{U+…}, which makes perl read bytes as text', at);
  return allowed(reader, Number.parseInt(digits, 16), at);
};

const allowed = (reader: PerlReader, code: number, at: number): number => {
  if (code <= (reader.rules === 'bytes' ? 0xff : 0x10ffff)) return code;
  throw reader.unsupported(reader.rules === 'bytes' ? 'a character that is no byte' : 'a character beyond Unicode', at);
};

/** `\12` and its like, where a number is octal in any case: inside a class. */
export const readOctal = (reader: PerlReader): number | undefined => {
  const octal = reader.take(/[0-7]{1,3}/y);
  return octal && Number.parseInt(octal[0], 8);
};
