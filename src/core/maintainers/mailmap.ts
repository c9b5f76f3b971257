import type { AddressForm } from './addressForm.ts';
import type { PerlText } from './perlText.ts';

/** Who is who under which address: git's .mailmap, as scripts/get_maintainer.pl reads it in read_mailmap(). */
export interface Mailmap {
  /** An address with its name, as it should be written. */
  real(email: string): string;
}

/** `text` is the file's; the forms of a line are those of gitmailmap(5). */
export const readMailmap = (text: string, form: AddressForm, perl: PerlText): Mailmap => {
  const names = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (const row of text.split('\n')) {
    const line = perl.trim(row.replace(/#.*$/s, ''));
    const entry = line === '' ? undefined : entryIn(line, form, perl);
    if (entry?.name !== undefined) names.set(entry.of, entry.name);
    if (entry?.address !== undefined) addresses.set(entry.of, entry.address);
  }
  return { real: realIn(names, addresses, form) };
};

/** What a line says of an address, or of a name with its address. */
interface MailmapEntry {
  readonly of: string;
  readonly name?: string;
  readonly address?: string;
}

const entryIn = (line: string, form: AddressForm, { trimEnd, blank }: PerlText): MailmapEntry | undefined => {
  const parse = (name = '', address = '') => form.parse(`${trimEnd(name)} <${address}>`);
  const one = /^([^<]+)<([^>]+)>$/.exec(line);
  if (one) {
    const { name, address } = parse(one[1], one[2]);
    return { of: address, name };
  }
  const unnamed = new RegExp(`^<([^>]+)>[${blank}]*<([^>]+)>$`).exec(line);
  if (unnamed) return { of: unnamed[2] ?? '', address: unnamed[1] ?? '' };
  const two = new RegExp(`^(.+)<([^>]+)>[${blank}]*<([^>]+)>$`, 's').exec(line);
  if (two) return { of: two[3] ?? '', ...parse(two[1], two[2]) };
  const all = new RegExp(`^(.+)<([^>]+)>[${blank}]*(.+)[${blank}]*<([^>]+)>$`, 's').exec(line);
  return all ? { of: form.format(parse(all[3], all[4])), ...parse(all[1], all[2]) } : undefined;
};

const realIn = (
  names: ReadonlyMap<string, string>,
  addresses: ReadonlyMap<string, string>,
  form: AddressForm,
): Mailmap['real'] => {
  const known = new Map<string, string>();
  const look = (line: string): string => {
    const { name, address } = form.parse(line);
    const email = form.format({ name, address });
    const key = names.has(email) || addresses.has(email) ? email : address;
    return form.format({ name: names.get(key) ?? name, address: addresses.get(key) ?? address });
  };
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const real = look(line);
    known.set(line, real);
    return real;
  };
};
