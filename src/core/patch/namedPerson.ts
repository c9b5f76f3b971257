import type { Person } from './patchMail.ts';

/** Somebody as a tag names them. */
export interface NamedPerson extends Person {
  /** What stands after the address: `# 5.10+`; empty where nothing does. */
  readonly comment: string;
}

/** Reads a tag's value: `Name <address> # comment`, or a bare address. Both are empty where it holds no address. */
export const namedPerson = (value: string): NamedPerson => {
  const open = value.indexOf('<');
  const close = open < 0 ? -1 : value.indexOf('>', open);
  if (close >= 0) {
    const name = value.slice(0, open).trim().replace(/^"|"$/g, '');
    return { name, address: value.slice(open + 1, close).trim(), comment: value.slice(close + 1).trim() };
  }
  const [first = ''] = value.trim().split(/\s/, 1);
  if (!first.includes('@')) return { name: value.trim(), address: '', comment: '' };
  return { name: '', address: first, comment: value.trim().slice(first.length).trim() };
};

/** `ada+lists@made.example` is read by the same person as `ada@made.example`. */
export const bareAddress = (address: string): string => address.toLowerCase().replace(/\+[^@+]*(?=@)/, '');

export const isSameAddress = (one: Person, other: Person): boolean =>
  one.address !== '' && bareAddress(one.address) === bareAddress(other.address);

/** By address, else by name: people have several addresses. */
export const isSamePerson = (one: Person, other: Person): boolean =>
  isSameAddress(one, other) || (one.name !== '' && plain(one.name) === plain(other.name));

/** Case and accents do not tell people apart. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f."]/g, '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

export const personText = ({ name, address }: Person): string =>
  name === '' ? address : address === '' ? name : `${name} <${address}>`;

/** Two people are the same (isSamePerson) where they share a key. */
export const personKeys = ({ name, address }: Person): readonly string[] => [
  ...(address === '' ? [] : [`<${bareAddress(address)}>`]),
  ...(plain(name) === '' ? [] : [plain(name)]),
];
