import { isAPIError } from 'better-auth/api';
import type { Auth } from './auth.ts';
import { newHalf, otherHalf } from './halves.ts';
import type { OnceOnly } from './onceOnly.ts';

/** A session that began: what the browser is told. */
export interface Begun {
  readonly person: string;
  readonly session: string;
  readonly setCookies: readonly string[];
}

/** One-time links. Each secret is in two halves: one is mailed, the other only the asking browser has. */
export interface Links {
  /** The half to be mailed to the address; who brings both halves is signed in as its owner. */
  makeLink(address: string, half: string): Promise<string>;
  /** Uses a link up. A person who was not known is from now on. Undefined: no such link, or used, or too old. */
  useLink(mailed: string, half: string, headers: Headers): Promise<Begun | undefined>;
  /** The half to be mailed to a person's new address. */
  makeAddressLink(person: string, address: string, half: string): Promise<string>;
  /** The new address that the person proved to have. */
  useAddressLink(person: string, mailed: string, half: string): Promise<string | undefined>;
}

export const openLinks = (auth: Auth, once: OnceOnly): Links => ({
  makeLink: async (address, half) => {
    let secret: string | undefined;
    const metadata = { take: (made: string) => (secret = made) };
    await auth.api.signInMagicLink({ body: { email: address, metadata }, headers: new Headers() });
    if (secret === undefined) throw new Error('better-auth made no secret for a link');
    return otherHalf(secret, half);
  },
  useLink: async (mailed, half, headers) => {
    try {
      const query = { token: otherHalf(mailed, half) };
      const { response, headers: said } = await auth.api.magicLinkVerify({ query, headers, returnHeaders: true });
      const { user, session } = response;
      return { person: user.id, session: session.id, setCookies: said.getSetCookie() };
    } catch (error) {
      // It leads to a page of errors where a link is not good; there is none, and ours says it.
      if (isAPIError(error) && error.status === 'FOUND') return undefined;
      throw error;
    }
  },
  makeAddressLink: async (person, address, half) => {
    const secret = newHalf();
    await once.keep('new-address', secret, { person, address });
    return otherHalf(secret, half);
  },
  useAddressLink: async (person, mailed, half) => {
    const kept = await once.take('new-address', otherHalf(mailed, half));
    return kept?.['person'] === person ? kept['address'] : undefined;
  },
});
