import type { AddressForm } from './addressForm.ts';
import type { Recipient } from './recipient.ts';
import type { Entry } from './recipientList.ts';
import type { Settings } from './settings.ts';

/** What the script prints, output(): a line each, or all on one. Empty where there is nobody. */
export const formatRecipients = (lines: readonly string[], settings: Settings): string => {
  if (lines.length === 0) return '';
  if (settings.multiline && settings.separator === ', ') return lines.map((line) => `${line}\n`).join('');
  return `${lines.join(settings.separator)}\n`;
};

/** The script's line for somebody. */
export const recipientLine = (
  { email, role }: Pick<Entry, 'email' | 'role'>,
  { roles, roleStats }: Settings,
): string => (roles || roleStats ? `${email} (${role})` : email);

/** An entry of the answer as data. */
export const recipient = (entry: Entry, form: AddressForm, settings: Settings): Omit<Recipient, 'header'> => {
  const { name, address } = form.parse(entry.email);
  return {
    address,
    name: name.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/g, '$1'),
    role: entry.role,
    list: /(?:^|,)(?:open|moderated|subscriber) list(?:$|[:,])/.test(entry.role),
    line: recipientLine(entry, settings),
    because: entry.because,
  };
};
