import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../core/trouble.ts';
import { writeThrough } from './files.ts';
import { makeFolder } from './makeFolder.ts';

const BYTES = 32;

/**
 * The server's own secret, drawn once and kept beside the database, readable by its keeper alone. Sign-in and the addresses
 * for tasks hang on it: with another one everybody signs in anew.
 */
export const serverSecret = (data: string): Uint8Array => {
  const file = join(data, 'secret');
  if (!existsSync(file)) {
    makeFolder(data);
    try {
      writeThrough(file, `${randomBytes(BYTES).toString('hex')}\n`, 0o600);
    } catch (error) {
      // Another command drew it at the same moment.
      if (!existsSync(file)) throw error;
    }
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (secret.length === BYTES) return Uint8Array.from(secret);
  throw new Trouble('input', {
    ...{ what: 'The server’s secret cannot be read.', where: file },
    why: `It holds ${BYTES} bytes in hexadecimal digits.`,
    next: 'Put it back from a backup; without it, move it away, and everybody signs in anew.',
  });
};
