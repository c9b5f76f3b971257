import { createHash } from 'node:crypto';
import type { Auth } from './auth.ts';
import { LINK_SECONDS } from './auth.ts';

/** What is waited for: a link to a new address that comes back, an answer of a passkey. */
export interface OnceOnly {
  keep(kind: string, secret: string, value: Readonly<Record<string, string>>): Promise<void>;
  /** Gone with the first who asks, also of two at the same time; undefined for the others, and after ten minutes. */
  take(kind: string, secret: string): Promise<Readonly<Record<string, string | undefined>> | undefined>;
}

/** Kept where better-auth keeps its links, by a digest of the secret. */
export const onceOnly = (auth: Auth): OnceOnly => ({
  keep: async (kind, secret, value) => {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.createVerificationValue({
      identifier: identifier(kind, secret),
      value: JSON.stringify(value),
      expiresAt: new Date(Date.now() + LINK_SECONDS * 1000),
    });
  },
  take: async (kind, secret) => {
    const { internalAdapter } = await auth.$context;
    const taken = await internalAdapter.consumeVerificationValue(identifier(kind, secret));
    return taken ? JSON.parse(taken.value) : undefined;
  },
});

const identifier = (kind: string, secret: string): string =>
  `${kind}:${createHash('sha256').update(secret).digest('base64url')}`;
