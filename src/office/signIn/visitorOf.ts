import { type SignInStep, signInStep } from '../../core/programme/signInStep.ts';
import type { Session } from '../../edge/signIn/sessions.ts';
import type { SignInDesk } from './signInDesk.ts';

/** Who asks, and whether something still stands between them and the programme. */
export interface Visitor extends Session {
  readonly step: SignInStep;
}

/** Undefined for whoever is not signed in. */
export const visitorOf = async (
  desk: Pick<SignInDesk, 'signIn' | 'rolesOf'>,
  session: Session | undefined,
): Promise<Visitor | undefined> => session && { ...session, step: await stepOf(desk, session) };

export const stepOf = async (
  { signIn, rolesOf }: Pick<SignInDesk, 'signIn' | 'rolesOf'>,
  { person, level }: Pick<Session, 'person' | 'level'>,
): Promise<SignInStep> => {
  // Asked for only where it matters: most requests come from people whom a link lets in.
  const roles = level === 'passkey' ? [] : await rolesOf(person);
  const hasPasskey = roles.length > 0 && (await signIn.listPasskeys(person)).length > 0;
  return signInStep({ roles, hasPasskey, level });
};
