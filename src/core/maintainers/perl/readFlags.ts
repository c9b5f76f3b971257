import type { Rules } from './classSource.ts';
import type { Flags, PerlReader } from './perlReader.ts';

/**
 * `i-x` and the like; the reader stands behind `(?`, and then before what follows the flags. `undefined` where no flags
 * stand here, and nothing is taken. perlre, "Extended Patterns".
 */
export const readFlags = (reader: PerlReader): Flags | undefined => {
  const at = reader.at;
  const found = reader.take(/(\^?)([a-z]*)(-?)([a-z]*)(?=[:)])/y);
  if (!found) return undefined;
  const [, caret = '', on = '', minus = '', off = ''] = found;
  if (caret !== '' && minus !== '') throw reader.refused('(?^ takes no -', at);
  const odd = /[^imsxnadlu]/.exec(on) ?? /[^imsxn]/.exec(off);
  if (odd) {
    if (/[gcop]/.test(odd[0])) throw reader.unsupported(`the flag ${odd[0]}`, at);
    throw reader.refused(`there is no flag ${odd[0]} here`, at);
  }
  if (/x.*x/.test(on)) throw reader.unsupported('the flag xx', at);
  const before = caret === '' ? reader.flags : { ...none, rules: reader.rules };
  const set = (flag: 'i' | 'm' | 's' | 'x' | 'n'): boolean =>
    !off.includes(flag) && (before[flag] || on.includes(flag));
  const rules = readRules(reader, on, at) ?? before.rules;
  if (set('i')) reader.anyCase = true;
  return { i: set('i'), m: set('m'), s: set('s'), x: set('x'), n: set('n'), rules };
};

const none = { i: false, m: false, s: false, x: false, n: false };

const readRules = (reader: PerlReader, on: string, at: number): Rules | undefined => {
  const letters = on.replace(/[^adlu]/g, '');
  switch (letters) {
    case '':
      return undefined;
    case 'a':
      return 'ascii';
    case 'aa':
      return 'asciiOnly';
    case 'd':
      return reader.rules;
    case 'u':
      return 'unicode';
    case 'l':
      throw reader.unsupported("the flag l, the locale's letters", at);
    default:
      throw reader.refused(`the flags ${letters} exclude each other`, at);
  }
};
