import { createHash, randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { readBytes, writeFileAtomic } from '../files.ts';
import { makeFolder } from '../makeFolder.ts';

/** Who may come in: one-time tokens that the printed address carries, and the sessions that they became. */
export interface Door {
  /** A token for one entering. */
  newToken(): string;
  /** The secret of a new session, for the cookie; undefined where the token was used already or never given. */
  redeem(token: string): string | undefined;
  /** Whether a session's secret was given out by this door, also before a restart. */
  knows(secret: string): boolean;
}

/** The oldest sessions fall out: each is a browser of one person. */
const MOST_SESSIONS = 20;

/** Sessions are kept in the state folder, only as digests and only for their owner to read. */
export const openDoor = (stateFolder: string): Door => {
  const file = join(stateFolder, 'web-sessions.json');
  const tokens = new Set<string>();
  let sessions = readSessions(file);
  return {
    newToken: () => {
      const token = newSecret();
      tokens.add(digest(token));
      return token;
    },
    redeem: (token) => {
      if (!tokens.delete(digest(token))) return undefined;
      const secret = newSecret();
      sessions = [...sessions, digest(secret)].slice(-MOST_SESSIONS);
      writeSessions(stateFolder, file, sessions);
      return secret;
    },
    knows: (secret) => sessions.includes(digest(secret)),
  };
};

const newSecret = (): string => randomBytes(32).toString('base64url');

// What is compared are digests of secrets of 256 bits: how long a comparison takes tells nobody anything.
const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

const readSessions = (file: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(new TextDecoder().decode(readBytes(file)));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return []; // none yet, or somebody wrote in it: whoever was signed in signs in again
  }
};

/** A session that cannot be kept lasts until the restart. */
const writeSessions = (folder: string, file: string, sessions: readonly string[]): void => {
  try {
    makeFolder(folder, 0o700);
    writeFileAtomic(file, JSON.stringify(sessions));
    chmodSync(file, 0o600);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
  }
};
