import type { AddressForm, NamedAddress } from './addressForm.ts';
import type { Dialect } from './dialect.ts';
import { perlText } from './perlText.ts';

/**
 * The addresses in a file's text, with the names that stand before them: maintainers_in_file() and clean_file_emails().
 * Older versions of the script take the bytes of a foreign letter for letters one by one.
 */
export const fileEmails = (text: string, form: AddressForm, dialect: Dialect): readonly NamedAddress[] =>
  addressesIn(text, dialect).map((each) => {
    const { name, address } = form.parse(each);
    const cleaned = dialect.cleansNamesByLetter ? cleanName(name) : cleanNameByBytes(name);
    return { name: cleaned, address };
  });

/**
 * Each as `name <address>`, the name with what stands around it. The script has one expression,
 * `[\p{L}"' ,.+-]*\s*,*\s*[(<{]?[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9]+[)>}]?`, which takes hours where a line has
 * ten thousand letters. From the `@` backwards, each part as long as it can be, gives the same at once.
 */
const addressesIn = (text: string, dialect: Dialect): readonly string[] => {
  const isBlank = inClass(perlText(dialect).blank);
  const isName = dialect.cleansNamesByLetter ? isNameSign : isNameByte;
  const found: string[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const back = (end: number, isPart: (sign: string) => boolean) => startOf(text, from, end, isPart);
    const local = back(at, isLocal);
    DOMAIN.lastIndex = at + 1;
    const [whole = '', domain = ''] = (local < at && DOMAIN.exec(text)) || [];
    if (whole !== '') {
      const bracket = local > from && '(<{'.includes(text.charAt(local - 1)) ? local - 1 : local;
      const name = back(back(back(back(bracket, isBlank), isComma), isBlank), isName);
      found.push(`${text.slice(name, bracket)}<${text.slice(local, at)}@${domain}>`);
    }
    from = at + 1 + whole.length;
  }
  return found;
};

const DOMAIN = /([A-Za-z0-9.-]+\.[A-Za-z0-9]+)[)>}]?/y;

const inClass = (signs: string): ((sign: string) => boolean) => {
  const expression = new RegExp(`[${signs}]`, 'u');
  return (sign) => expression.test(sign);
};
const isLocal = inClass('A-Za-z0-9_.+\\-');
const isComma = inClass(',');
const isNameSign = inClass(`\\p{L}"' ,.+\\-`);
const isNameByte = inClass(`A-Za-z\\x80-\\xc3"' ,.+\\-`);

/** How far back from `end`, at most to `from`, there is nothing but what `isPart` takes. */
const startOf = (text: string, from: number, end: number, isPart: (sign: string) => boolean): number => {
  let start = end;
  while (start > from) {
    const isPair = start - 1 > from && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(start - 2, start));
    const before = isPair ? start - 2 : start - 1;
    if (!isPart(text.slice(before, start))) break;
    start = before;
  }
  return start;
};

const cleanName = (quoted: string): string => {
  const parts = split(quoted.replace(/^"([^\n]*)"$/, '$1'), /[^\p{L}',.+-]/u).filter((part) => !/^[',.+-]$/.test(part));
  const name = parts.length > 2 ? lastNames(parts, /\p{L}/u) : parts.join(' ');
  return name.replace(/[,.]$/, '').replace(/^[,.]/, '');
};

const cleanNameByBytes = (given: string): string => {
  const name = given === '"[,\\.]"' ? '' : given;
  const parts = split(name, /[^A-Za-z\x80-\xc3',.+-]/);
  const last = parts.length > 2 ? lastNames(parts, /[A-Za-z]/) : name;
  return last.replace(/[,.]("?)$/, '$1').replace(/^("?)[,.]/, '$1');
};

/** The last two names, or three where one before the last is an initial. */
const lastNames = (parts: readonly string[], letter: RegExp): string => {
  const [first = '', middle = '', last = ''] = parts.slice(-3);
  const isInitial = (/^.$/su.test(first) && letter.test(first)) || /^.\.$/su.test(first) || /^.\.?$/su.test(middle);
  return isInitial ? `${first} ${middle} ${last}` : `${middle} ${last}`;
};

// As perl: empty parts at the end do not count.
const split = (text: string, at: RegExp): string[] => {
  const parts = text.split(at);
  while (parts.at(-1) === '') parts.pop();
  return parts;
};
