import { getAdapter } from 'better-auth/db/adapter';
import { betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { BetterAuthOptions } from 'better-auth/types';
import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { beginSession } from './beginSession.ts';
import { cookieNames } from './cookies.ts';
import { digestedSessions } from './digestedSessions.ts';
import { newHalf } from './halves.ts';

/** What signing in needs of the programme. */
export interface SignInParts {
  readonly db: Kysely<Schema>;
  /** Where people reach the programme, without a slash at its end. Passkeys belong to its host. */
  readonly address: string;
  /** At least 32 signs that nobody knows. Another one signs everybody out. */
  readonly secret: string;
  newId(): string;
  /** The machine's clock, not a simulator's: better-auth looks at it, too. */
  now(): Date;
}

/** A link is good for so many seconds, and a challenge for a passkey. */
export const LINK_SECONDS = 10 * 60;
/** Who does not come for thirty days signs in again. */
const SESSION_SECONDS = 30 * 24 * 60 * 60;
/** `last seen` is that exact. */
const SEEN_SECONDS = 60 * 60;

/** What is handed to a mailed link's request, and called back with the secret that was made for it. */
type TakeSecret = (secret: string) => void;

/**
 * better-auth over our tables. Its own pages are never served: what is wanted of it is called, so that everything else it
 * could do is not there for anybody.
 */
export const openAuth = async (parts: SignInParts) => {
  const options = optionsOf(parts);
  const adapter = await getAdapter({ ...options, database: { db: parts.db, type: 'postgres', transaction: true } });
  return betterAuth({ ...options, database: () => digestedSessions(adapter) });
};

export type Auth = Awaited<ReturnType<typeof openAuth>>;

const optionsOf = ({ address, secret, newId }: SignInParts) =>
  ({
    baseURL: address,
    secret,
    ...tables,
    advanced: {
      // A session comes with its person by one question, not by two: it is asked for every page.
      database: { generateId: () => newId(), validateSchema: false, joins: true },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: 'plg',
      defaultCookieAttributes: { secure: address.startsWith('https:') },
      cookies: { session_token: { name: cookieNames(address).session } },
    },
    telemetry: { enabled: false },
    // Spans that nobody listens to cost a twentieth of a page.
    experimental: { instrumentation: { enabled: false } },
    logger: { disabled: true },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        generateToken: newHalf,
        sendMagicLink: ({ token, metadata = {} }) => (metadata['take'] as TakeSecret)(token),
      }),
      { id: 'passkey-sessions', endpoints: { beginSession } },
    ],
  }) satisfies BetterAuthOptions;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** Its words for things, and ours. */
const tables = {
  user: {
    modelName: 'person',
    fields: { ...times, email: 'address', emailVerified: 'address_proven' },
    additionalFields: { erasedAt: { type: 'date', required: false, input: false, fieldName: 'erased_at' } },
  },
  session: {
    modelName: 'session',
    fields: {
      ...times,
      token: 'token_digest',
      userId: 'person',
      expiresAt: 'expires_at',
      userAgent: 'user_agent',
      ipAddress: 'ip_address',
    },
    additionalFields: {
      level: { type: 'string', required: true, defaultValue: 'link', input: false },
      passkey: { type: 'string', required: false, input: false },
    },
    expiresIn: SESSION_SECONDS,
    updateAge: SEEN_SECONDS,
  },
  account: {
    modelName: 'sign_in_account',
    fields: { ...times, accountId: 'account_id', providerId: 'provider_id', userId: 'person' },
  },
  verification: { modelName: 'sign_in_verification', fields: { ...times, expiresAt: 'expires_at' } },
} as const;
