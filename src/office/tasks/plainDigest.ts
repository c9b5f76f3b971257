import { createHash } from 'node:crypto';

/** SHA-256 in hex, to be compared with `sha256sum` on the sender's machine. */
export const plainDigest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
