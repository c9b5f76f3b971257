import type { Role } from '../../core/programme/role.ts';
import type { SecurityEvent } from '../../core/programme/securityEvent.ts';
import type { SignIn } from '../../edge/signIn/signIn.ts';

/** A link to be mailed: its address is good once, for ten minutes, in the browser that asked. */
export interface LinkMail {
  readonly purpose: 'sign in' | 'new address';
  readonly address: string;
  /** Undefined where nobody with this address is known yet. */
  readonly person: string | undefined;
  readonly url: string;
}

/** What a person is told because it may not have been they. */
export interface NoticeMail {
  readonly kind: 'new address asked for' | 'address changed' | 'passkey added' | 'passkey removed';
  readonly address: string;
  readonly person: string;
}

/** What signing in works with. Mails go to the outbox; the clock is the machine's. */
export interface SignInDesk {
  readonly signIn: SignIn;
  /** Whether somebody who is not known may begin: while a window for applications is open. */
  mayStart(address: string): Promise<boolean>;
  sendLink(mail: LinkMail): Promise<void>;
  sendNotice(mail: NoticeMail): Promise<void>;
  /** For the person to see: who else came in as them. */
  noteEvent(person: string, event: Exclude<SecurityEvent, 'refused'>, headers?: Headers): Promise<void>;
  /** In any term. */
  rolesOf(person: string): Promise<readonly Role[]>;
  now(): Date;
  /** Answers leave at full spans of so many milliseconds; a quarter of a second where it is not said. */
  readonly evenMs?: number;
}

/** It was tried too often. */
export interface Wait {
  readonly kind: 'wait';
  readonly seconds: number;
}
