import { type AddressForm, addressForm } from './addressForm.ts';
import { addressList, isAddress } from './addressList.ts';
import type { Dialect } from './dialect.ts';
import { type Mailmap, readMailmap } from './mailmap.ts';
import { type PerlText, perlText } from './perlText.ts';
import type { Because } from './recipient.ts';
import type { Settings } from './settings.ts';

/** One that is being collected: its address as printed, its role as it grows. */
export interface Entry {
  email: string;
  role: string;
  readonly because: Because[];
}

/** What stays the same from one answer to the next. */
export interface People {
  readonly text: PerlText;
  readonly form: AddressForm;
  readonly mailmap: Mailmap;
  /** Addresses, as written in .get_maintainer.ignore. */
  readonly ignored: ReadonlySet<string>;
  readonly dialect: Dialect;
  readonly settings: Settings;
}

/** `mailmap` and `ignore` are the texts of the tree's files, empty where there are none. */
export const people = (
  files: { readonly mailmap: string; readonly ignore: string },
  dialect: Dialect,
  settings: Settings,
): People => {
  const text = perlText(dialect);
  const form = addressForm(dialect);
  const lines = files.ignore.split('\n').map((line) => text.trim(line).replace(/#.*$/s, ''));
  return {
    text,
    form,
    mailmap: readMailmap(settings.mailmap ? files.mailmap : '', form, text),
    ignored: new Set(lines.filter((line) => text.trim(line) !== '' && isAddress(line))),
    dialect,
    settings,
  };
};

/** The addresses of one answer, without doubles, as push_email_address(), add_role() and deduplicate_email() keep them. */
export interface RecipientList {
  readonly entries: Entry[];
  /** One line `M:` or `R:`: an address, or several with commas between. */
  addLine(line: string, role: string, because: Because): void;
  add(email: string, role: string, because: Because): void;
  /** The role is put behind those that the person already has. */
  addRole(email: string, role: string, because: Because): void;
  /** One person, one address: the first that was seen under the name, else under the address. */
  settled(email: string): string;
}

export const recipientList = ({ text, form, mailmap, settings }: People): RecipientList => {
  const { lower } = text;
  const entries: Entry[] = [];
  const byName = new Map<string, Entry>();
  const byAddress = new Map<string, Entry>();
  const settledName = new Map<string, string>();
  const settledAddress = new Map<string, string>();

  const add: RecipientList['add'] = (email, role, because) => {
    const { name, address } = form.parse(email);
    if (address === '') return;
    const known = (name !== '' && byName.get(lower(name))) || byAddress.get(lower(address));
    if (known && settings.removeDuplicates) {
      known.because.push(because);
      return;
    }
    const entry: Entry = { email: settings.names ? form.format({ name, address }) : address, role, because: [because] };
    entries.push(entry);
    if (name !== '') byName.set(lower(name), entry);
    byAddress.set(lower(address), entry);
  };

  const addRole: RecipientList['addRole'] = (email, role, because) => {
    const { name, address } = form.parse(email);
    const whole = settings.names ? form.format({ name, address }) : address;
    for (const entry of entries) {
      const own = form.parse(entry.email);
      const same = settings.removeDuplicates ? name === own.name || address === own.address : whole === entry.email;
      if (!same || entry.role.includes(role)) continue;
      entry.role = entry.role === '' ? role : `${entry.role},${role}`;
      if (!entry.because.includes(because)) entry.because.push(because);
    }
  };

  const settled = (email: string): string => {
    const real = mailmap.real(form.format(form.parse(email)));
    if (!settings.removeDuplicates) return real;
    const { name, address } = form.parse(real);
    const whole = form.format({ name, address });
    const before = (name !== '' && settledName.get(lower(name))) || settledAddress.get(lower(address));
    if (!before) {
      settledName.set(lower(name), whole);
      settledAddress.set(lower(address), whole);
    }
    return mailmap.real(before || whole);
  };

  const addLine: RecipientList['addLine'] = (line, role, because) => {
    const several = line.includes(',') && !isAddress(line) ? addressList(line) : undefined;
    for (const one of several ?? [line]) add(one, role, because);
  };
  return { entries, addLine, add, addRole, settled };
};
