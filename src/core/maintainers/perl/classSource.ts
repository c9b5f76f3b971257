/**
 * Whose letters and digits count: those of ASCII, for bytes and with /a and /aa (which folds case otherwise), or all
 * that Unicode knows, for decoded text.
 */
export type Rules = 'bytes' | 'unicode' | 'ascii' | 'asciiOnly';

const blanks = '\\t\\x20\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const breaks = '\\n-\\r\\x85\\u2028\\u2029';

// What stands between the brackets of a class with the flag v. perlrecharclass: "Backslash sequences" and "POSIX
// Character Classes"; perl and JavaScript may know different versions of Unicode.
const ascii = {
  digit: '0-9',
  word: '\\w',
  space: '\\t-\\r\\x20',
  horizontal: blanks, // \h and \v are the same under all rules
  vertical: breaks,
  alpha: 'A-Za-z',
  alnum: 'A-Za-z0-9',
  lower: 'a-z',
  upper: 'A-Z',
  cased: 'A-Za-z',
  punct: '!-\\/:-@\\[-\\x60\\{-\\x7e',
  graph: '!-\\x7e',
  print: '\\x20-\\x7e',
  cntrl: '\\0-\\x1f\\x7f',
  blank: '\\t\\x20',
  xdigit: '0-9A-Fa-f',
  ascii: '\\0-\\x7f',
};

export type ClassName = keyof typeof ascii;

const unicode: Readonly<Record<ClassName, string>> = {
  ...ascii,
  digit: '\\p{Nd}',
  word: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}',
  space: '\\p{White_Space}',
  alpha: '\\p{Alphabetic}',
  alnum: '\\p{Alphabetic}\\p{Nd}',
  lower: '\\p{Lowercase}',
  upper: '\\p{Uppercase}',
  cased: '\\p{Cased}',
  punct: '\\p{P}$+<-\\>\\^\\x60\\|\\x7e',
  graph: '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]',
  print: '[^\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cs}\\p{Cn}]',
  cntrl: '\\p{Cc}',
  blank: blanks,
  xdigit: '\\p{Hex_Digit}',
};

export const classSource = (name: ClassName, rules: Rules): string => (rules === 'unicode' ? unicode : ascii)[name];

const escapes: Readonly<Record<string, ClassName>> = {
  d: 'digit',
  w: 'word',
  s: 'space',
  h: 'horizontal',
  v: 'vertical',
};

/** The class that `\d` and its like stand for, or `\D`, which is what is not in it. */
export const classOfEscape = (letter: string): ClassName | undefined => escapes[letter.toLowerCase()];

/** The class called `name` between `[:` and `:]`. */
export const posixClass = (name: string): ClassName | undefined =>
  Object.hasOwn(ascii, name) && !['cased', 'horizontal', 'vertical'].includes(name) ? (name as ClassName) : undefined;
