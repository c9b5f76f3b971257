import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What a mail at one of our addresses is for: a task of one person, the way back of a mail of ours, or one to ourselves. */
export type MailPurpose = 'task' | 'bounce' | 'round';

/**
 * A secret for an address, from 16 random bytes: 26 signs of a to z and 2 to 7, since servers on the way may change a
 * local part's case.
 */
export const mailTokenOf = (random: Uint8Array): string => {
  if (random.length < 16) throw new RangeError('an address needs 128 bits');
  let token = '';
  let bits = 0;
  let held = 0;
  for (const byte of random.subarray(0, 16)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      token += SIGNS[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return token + SIGNS[(held << (5 - bits)) & 31];
};

const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';

/** The token for one thing (words that name it), always the same: made from the server's secret, so kept nowhere. */
export const secretToken = (secret: Uint8Array, ...words: readonly string[]): string => {
  if (secret.length < 32) throw new RangeError('a secret needs 256 bits');
  return mailTokenOf(hmac(sha256, secret, new TextEncoder().encode(JSON.stringify(words))));
};

/** `task+TOKEN@domain`. */
export const mailAddressOf = (purpose: MailPurpose, token: string, domain: string): string =>
  `${purpose}+${token}@${domain}`;

/** An address as ours: undefined for all else, which is never accepted, and so never relayed. */
export const readMailAddress = (
  address: string,
  domain: string,
): { readonly purpose: MailPurpose; readonly token: string } | undefined => {
  const lower = address.toLowerCase();
  if (!lower.endsWith(`@${domain.toLowerCase()}`)) return undefined;
  const local = /^(task|bounce|round)\+([a-z2-7]{26})$/.exec(lower.slice(0, -domain.length - 1));
  if (!local) return undefined;
  return { purpose: local[1] as MailPurpose, token: local[2] as string };
};

/** What is kept of a token: whoever reads the database can write to nobody's address. */
export const mailTokenDigest = (token: string): string => bytesToHex(sha256(new TextEncoder().encode(token)));
