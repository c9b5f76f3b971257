import { randomBytes } from 'node:crypto';

/** A secret of 256 bits, as 43 letters for an address or a cookie. */
export const newHalf = (): string => randomBytes(32).toString('base64url');

export const isHalf = (text: string | undefined): text is string => /^[\w-]{43}$/.test(text ?? '');

/**
 * The other half of two that make a secret: each alone says nothing about it. What is mailed is the secret without the
 * half that the asking browser has; both together are the secret again.
 */
export const otherHalf = (one: string, two: string): string => {
  const [left, right] = [Buffer.from(one, 'base64url'), Buffer.from(two, 'base64url')];
  return Buffer.from(left.map((byte, at) => byte ^ (right[at] ?? 0))).toString('base64url');
};
