import { createHash } from 'node:crypto';

/** What the log keeps of a text or a file: with the salt, which is erased with it, it can be checked, and never guessed. */
export const saltedDigest = (salt: string, content: string | Uint8Array): string =>
  createHash('sha256').update(salt).update('\0').update(content).digest('hex');

/** Of a file's bytes alone, to be compared with `sha256sum` on the sender's machine. */
export const plainDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
