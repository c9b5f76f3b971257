import { Trouble } from '../../trouble.ts';

/** One mail of our own to one registered address, as a mailer takes it. */
export interface MailOut {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** With its domain, without angle brackets: the same at every offer. */
  readonly messageId: string;
  /** When the mail was put, not when it is offered: the same at every offer. */
  readonly date: Date;
  /** Where a report of its failure goes, one address a mail; else to the sender. */
  readonly returnPath?: string;
}

/** What a server said to a mail, or that it said nothing. */
export type Answered =
  | { readonly kind: 'accepted'; readonly response: string }
  /** For good. `of` says what was refused: the recipient's address, the mail, or us. */
  | { readonly kind: 'rejected'; readonly of: 'recipient' | 'mail' | 'sender'; readonly response: string }
  /** To be offered again later. */
  | { readonly kind: 'deferred'; readonly response: string }
  /** The line broke after the mail was begun: it may have arrived. */
  | { readonly kind: 'in doubt'; readonly response: string };

/**
 * An address that can stand in an envelope and in a header without saying anything but itself; what is refused here
 * never reaches a mailer. Narrower than RFC 5321: no quoted local parts, no addresses of machines.
 */
export const isMailAddress = (address: string): boolean =>
  address.length <= 254 && address.indexOf('@') <= 64 && ADDRESS.test(address);

const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

/** No line end, and no other character that a header must not have. */
export const isOneLine = (text: string): boolean => !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);

/** Throws where a part of the mail could end its line, or name more than one recipient. */
export const checkMailOut = (mail: MailOut): void => {
  const wrong = wrongPart(mail);
  if (wrong === undefined) return;
  throw new Trouble('input', {
    what: `a mail cannot be sent: ${wrong}`,
    why: 'such text could add a header or a recipient to the mail',
    next: 'check an address where it is registered, and put titles and names on one line (oneLine)',
  });
};

const wrongPart = ({ to, subject, messageId, returnPath }: MailOut): string | undefined => {
  if (!isMailAddress(to.address)) return 'its recipient is not one plain address';
  if (!isOneLine(to.name) || to.name.length > 200) return "its recipient's name has a control character or is too long";
  if (!isOneLine(subject) || subject.length > 300) return 'its subject has a control character or is too long';
  if (!/^[a-z0-9.-]{1,120}@[a-z0-9.-]{1,120}$/i.test(messageId)) return 'its Message-ID is not one';
  if (returnPath !== undefined && !isMailAddress(returnPath)) return 'its return path is not one plain address';
  return undefined;
};
