import { type Level, passkeyRoles, type Role } from './role.ts';

/** What stands between somebody who signed in and the programme. */
export type SignInStep = 'in' | 'register a passkey' | 'use your passkey';

/** They read what others wrote in confidence and decide about them: whoever reads their mail must not become them. */
const needsPasskey = (roles: readonly Role[]): boolean => roles.some((role) => passkeyRoles.has(role));

export interface SignedIn {
  /** In any term. */
  readonly roles: readonly Role[];
  readonly hasPasskey: boolean;
  readonly level: Level;
}

/** A link registers the first passkey of a mentor, and never again does more than ask for it. */
export const signInStep = ({ roles, hasPasskey, level }: SignedIn): SignInStep => {
  if (level === 'passkey' || !needsPasskey(roles)) return 'in';
  return hasPasskey ? 'use your passkey' : 'register a passkey';
};
