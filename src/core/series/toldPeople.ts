import { becauseWords } from '../maintainers/becauseWords.ts';
import type { Recipient } from '../maintainers/recipient.ts';
import { namedPerson } from '../patch/namedPerson.ts';
import type { PatchMail, Person } from '../patch/patchMail.ts';

/** Somebody who gets a mail, and why. */
export interface Told {
  readonly header: 'To' | 'Cc';
  readonly name: string;
  readonly address: string;
  /** As scripts/get_maintainer.pl says it; empty where it does not name them. */
  readonly role: string;
  /** In few words each; one at least. */
  readonly because: readonly string[];
}

/**
 * Who gets a mail: those that its headers name, with the reasons that the tree gives (`named`, for this mail) or that the
 * series does (`inSeries`, for any of its mails); a mail without recipients goes to those that the tree names.
 */
export const toldPeople = (
  { to, cc, trailers }: Pick<PatchMail, 'to' | 'cc' | 'trailers'>,
  named: readonly Recipient[],
  inSeries: readonly Recipient[],
): readonly Told[] => {
  if (to.length + cc.length === 0) return named.map((one) => asNamed(one, one.header));
  const own = byAddress(named);
  const others = byAddress(inSeries);
  const told = (header: Told['header'], { name, address }: Person): Told => {
    const key = address.toLowerCase();
    const known = own.get(key);
    if (known) return { ...asNamed(known, header), name };
    const tags = trailers.filter(({ value }) => namedPerson(value).address.toLowerCase() === key);
    const elsewhere = others.get(key);
    const because = [
      ...new Set(tags.map(({ token }) => `${token}: of the patch`)),
      ...(tags.length === 0 && elsewhere ? [`gets another mail of the series (${elsewhere.role})`] : []),
    ];
    const unknown = 'got or answered the version before, or was added by you';
    return { header, name, address, role: '', because: because.length > 0 ? because : [unknown] };
  };
  return [...to.map((one) => told('To', one)), ...cc.map((one) => told('Cc', one))];
};

const asNamed = ({ name, address, role, because }: Recipient, header: Told['header']): Told => ({
  header,
  name,
  address,
  role,
  because: because.length > 0 ? because.map(becauseWords) : ['named by the script'],
});

const byAddress = (people: readonly Recipient[]): ReadonlyMap<string, Recipient> =>
  new Map(people.map((one) => [one.address.toLowerCase(), one]));
