import type { Person } from '../patch/patchMail.ts';
import { sameAddress } from '../preflight/rules/recipients/addressedTo.ts';

/** Whether somebody is named by the address by which they sign in. */
export const isTheirs = ({ address }: Person, own: string | undefined): boolean =>
  own !== undefined && sameAddress(address) === sameAddress(own);
