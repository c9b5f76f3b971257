import type { Level, Role } from '../../../core/programme/role.ts';
import type { SecurityEvent } from '../../../core/programme/securityEvent.ts';

/** The tables of migration 100. better-auth reads and writes the first three; the others are ours alone. */
export interface SignInTables {
  session: SessionTable;
  sign_in_account: AccountTable;
  sign_in_verification: VerificationTable;
  passkey: PasskeyTable;
  sign_in_try: TryTable;
  api_token: ApiTokenTable;
  security_event: SecurityEventTable;
}

export interface SessionTable {
  id: string;
  /** SHA-256 of what the cookie has. */
  token_digest: string;
  person: string;
  level: Level;
  /** The passkey that it was begun with: it ends when that one is taken away. */
  passkey: string | null;
  user_agent: string;
  /** Always empty: better-auth wants the column, and we do not want to know. */
  ip_address: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

/** Passwords and accounts elsewhere: better-auth asks for them, and there are none. */
interface AccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  person: string;
  created_at: Date;
  updated_at: Date;
}

/** What was mailed or asked for and is not used yet; `identifier` has a digest of the secret. */
interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

export interface PasskeyTable {
  id: string;
  person: string;
  credential: string;
  public_key: Buffer;
  /** A bigint, which the driver gives as text. */
  counter: string | number;
  transports: string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

interface SecurityEventTable {
  id: string;
  person: string;
  event: SecurityEvent;
  /** `POST /:programme/:term/decide`, of what was refused; else empty. */
  what: string;
  /** `Firefox on Linux`. */
  browser: string;
  at: Date;
  /** Of several of an hour that are one row. */
  last_at: Date;
  times: number;
}

interface TryTable {
  /** A keyed digest of what is counted: no address stands here. */
  key: string;
  count: number;
  since: Date;
}

export interface ApiTokenTable {
  id: string;
  /** SHA-256 of the token. */
  digest: string;
  name: string;
  scopes: string[];
  person: string | null;
  role: Role | null;
  term: string | null;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  ended_at: Date | null;
}
