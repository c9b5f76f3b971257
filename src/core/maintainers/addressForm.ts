import type { Dialect } from './dialect.ts';
import { perlText } from './perlText.ts';

/** The name may be empty; with signs that a mail header minds, it stands in quotes. */
export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

/** How the script takes an address apart and puts it together, with its quoting of names. */
export interface AddressForm {
  /** Neither part where there is no `@`. */
  parse(text: string): NamedAddress;
  format(parts: NamedAddress): string;
}

/** parse_email(), format_email() and escape_name() of scripts/get_maintainer.pl. */
export const addressForm = (dialect: Dialect): AddressForm => {
  const { trim, blank } = perlText(dialect);
  const mustQuote = dialect.quotesForeignNames ? /[^A-Za-z0-9_ -]/ : /[^\p{L}\p{M}\p{N}\p{Pc} -]/u;
  const bare = new RegExp(`^[${blank}]*<([^\\n]+@[^${blank}]*)>`);
  const alone = new RegExp(`^([^\\n]+@[^${blank}]*)`);
  const escapeName = (name: string): string => {
    const plain = trim(name).replace(/^"|"$/g, '');
    return mustQuote.test(plain) ? `"${plain.replace(/(?<!\\)"/g, '\\"')}"` : plain;
  };
  const known = new Map<string, NamedAddress>(); // the same few people are asked for again and again
  const parseAnew = (text: string): NamedAddress => {
    const named = /^([^<]+)<([^\n]+@[^\n]*)>/.exec(text);
    if (named) return { name: escapeName(named[1] ?? ''), address: trim(named[2] ?? '') };
    const [, address = ''] = bare.exec(text) ?? alone.exec(text) ?? [];
    return { name: '', address: trim(address) };
  };
  return {
    parse: (text) => {
      const before = known.get(text);
      if (before) return before;
      const parsed = parseAnew(text);
      known.set(text, parsed);
      return parsed;
    },
    format: ({ name, address }) => {
      const escaped = escapeName(name);
      return escaped === '' ? trim(address) : `${escaped} <${trim(address)}>`;
    },
  };
};
