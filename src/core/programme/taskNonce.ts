import { secretToken } from './mailAddress.ts';

const LENGTH = 12;

/**
 * The word that what somebody makes for a task has to bear: 60 bits of the server's secret, for one person, task and turn. In a
 * command line, a release (`uname -r` takes 64 signs), a message of a module or a process name (15 signs) it stands unchanged.
 */
export const taskNonce = (
  secret: Uint8Array,
  { person, task, turn }: { readonly person: string; readonly task: string; readonly turn: number },
): string => `plg${secretToken(secret, 'nonce', person, task, String(turn)).slice(0, LENGTH)}`;
