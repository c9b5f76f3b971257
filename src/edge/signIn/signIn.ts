import { openAuth, type SignInParts } from './auth.ts';
import { type CookieNames, cookieNames } from './cookies.ts';
import { type Links, openLinks } from './links.ts';
import { onceOnly } from './onceOnly.ts';
import { openPasskeys, type Passkeys } from './passkeys.ts';
import { openPeople, type People } from './people.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { type Door, openDoor } from './tries.ts';

/** Who somebody is: mailed links, passkeys, sessions. What they may is not asked here. */
export interface SignIn extends Links, Sessions, Passkeys, Door, People {
  /** Where people reach the programme. */
  readonly address: string;
  readonly cookies: CookieNames;
}

export const openSignIn = async (parts: SignInParts): Promise<SignIn> => {
  if (parts.secret.length < 32) throw new Error('the secret of sign-in has fewer than 32 signs');
  const auth = await openAuth(parts);
  const once = onceOnly(auth);
  return {
    address: parts.address,
    cookies: cookieNames(parts.address),
    ...openLinks(auth, once),
    ...openSessions(auth, parts),
    ...openPasskeys(parts, once),
    ...openDoor(parts),
    ...openPeople(parts),
  };
};
