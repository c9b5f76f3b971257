import type { Person } from '../patch/patchMail.ts';

/** Whether somebody is named by the address by which they sign in. Case does not count, as nobody's mailbox minds it. */
export const isTheirs = ({ address }: Person, own: string | undefined): boolean =>
  own !== undefined && address.toLowerCase() === own.toLowerCase();
