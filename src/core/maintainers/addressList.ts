/**
 * An address as RFC 822 has it, after scripts/get_maintainer.pl, make_rfc822re(): comments are taken out first, and a
 * sign beyond 0xFF makes it none.
 */
const BLANK = '(?:(?:\\r\\n)?[ \\t])';
const SPECIALS = '()<>@,;:\\\\".\\[\\]';
const CONTROLS = '\\x00-\\x1f\\x7f';
const DOMAIN_LITERAL = `\\[(?:[^\\[\\]\\r\\\\]|\\\\[^\\n])*\\]${BLANK}*`;
const QUOTED = `"(?:[^"\\r\\\\]|\\\\[^\\n]|${BLANK})*"${BLANK}*`;
// The end of an atom is a look ahead: blanks alone would make it slow.
const ATOM = `[^${SPECIALS} ${CONTROLS}]+(?:${BLANK}+|(?=\\n?$)|(?=[\\["${SPECIALS}]))`;
const WORD = `(?:${ATOM}|${QUOTED})`;
const LOCAL = `${WORD}(?:\\.${BLANK}*${WORD})*`;
const SUB_DOMAIN = `(?:${ATOM}|${DOMAIN_LITERAL})`;
const DOMAIN = `${SUB_DOMAIN}(?:\\.${BLANK}*${SUB_DOMAIN})*`;
const ADDRESS = `${LOCAL}@${BLANK}*${DOMAIN}`;
const ROUTE = `(?:@${DOMAIN}(?:,@${BLANK}*${DOMAIN})*:${BLANK}*)`;
const MAILBOX = `(?:${ADDRESS}|${WORD}*<${BLANK}*${ROUTE}?${ADDRESS}>${BLANK}*)`;
const GROUP = `${WORD}*:${BLANK}*(?:${MAILBOX}(?:,\\s*${MAILBOX})*)?;\\s*`;
const ANY = `${BLANK}*(?:${MAILBOX}|${GROUP})`;

// Made on first use: most trees need neither.
let full: RegExp | undefined;
let list: RegExp | undefined;

// Nearly all are like this, and the general pattern takes milliseconds to make.
const PLAIN_ADDRESS = '[\\w+-]+(?:\\.[\\w+-]+)*@[\\w-]+(?:\\.[\\w-]+)*';
const PLAIN = new RegExp(`^(?:(?:[\\w '-]+ )?<${PLAIN_ADDRESS}>|${PLAIN_ADDRESS})$`);

/** rfc822_valid(). */
export const isAddress = (text: string): boolean => {
  if (PLAIN.test(text)) return true;
  full ??= new RegExp(`^(?:${ANY})\\n?$`);
  const bare = withoutComments(text);
  return full.test(bare) && isByteText(bare);
};

/** rfc822_validlist(): the addresses between the commas; undefined where it is no list. */
export const addressList = (text: string): readonly string[] | undefined => {
  list ??= new RegExp(`^(?:${ANY})?(?:,(?:${ANY})?)*\\n?$`);
  const bare = withoutComments(text);
  if (!list.test(bare) || !isByteText(bare)) return undefined;
  return [...bare.matchAll(new RegExp(`(?:^|,${BLANK}*)(${ANY})`, 'g'))].map(([, address = '']) => address);
};

const isByteText = (text: string): boolean => !/[^\x00-\xff]/.test(text);

const COMMENT = /^((?:[^"\\]|\\[^\n])*(?:"(?:[^"\\]|\\[^\n])*"(?:[^"\\]|\\[^\n])*)*)\((?:[^()\\]|\\[^\n])*\)/;

const withoutComments = (text: string): string => {
  let left = text;
  while (left.includes('(')) {
    const next = left.replace(COMMENT, '$1 ');
    if (next === left) break;
    left = next;
  }
  return left;
};
