import { headerOf, type TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Finding } from '../../rule.ts';

/** Addresses are compared in small letters; what follows a plus sign stays, it is part of some lists' names. */
export const sameAddress = (address: string): string => address.trim().toLowerCase();

/** Everybody who gets the mail, its sender too. */
export const addressedTo = ({ to, cc, sender, author }: PatchMail): ReadonlySet<string> =>
  new Set([...to, ...cc, sender, author].map(({ address }) => sameAddress(address)));

/** Whether the mail says already who gets it; what git format-patch has just written does not. */
export const isAddressed = ({ to, cc }: PatchMail): boolean => to.length + cc.length > 0;

/** The header that names an address, or else the first of To and Cc, as the place of a finding. */
export const atHeader = (patch: PatchMail, address?: string): Pick<Finding, 'patch' | 'line' | 'span'> => {
  const headers = ['To', 'Cc'].flatMap((name) => headerOf(patch.mail, name) ?? []);
  const names = (value: string): boolean => address !== undefined && value.toLowerCase().includes(sameAddress(address));
  const header = headers.find(({ value }) => names(value)) ?? headers[0];
  if (!header) return { patch };
  const line: TextLine = { text: `${header.name}: ${header.value}`, at: header.at };
  const from = address === undefined ? -1 : line.text.toLowerCase().indexOf(sameAddress(address));
  const span = from < 0 ? ([0, header.name.length + 1] as const) : ([from, from + (address?.length ?? 0)] as const);
  return { patch, line, span };
};
