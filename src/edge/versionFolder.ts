import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeThrough } from './files.ts';
import { filesTrouble } from './filesTrouble.ts';
import { holdFolder } from './leaveNothing.ts';
import { makeFolder } from './makeFolder.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes the mails of a version whole or not at all, and gives the folder. What was there under this name stays: `v2` is a
 * link to `v2.1`, and from the second time on to `v2.2`, changed in one step. Throws Trouble; a kill leaves at most a
 * hidden folder that nobody reads.
 */
export const writeVersion = (contribution: string, name: string, files: readonly NamedBytes[]): string => {
  const folder = join(contribution, name);
  try {
    makeFolder(contribution);
    const attempt = `${name}.${attemptsOf(contribution, name) + 1}`;
    const temporary = join(contribution, `.${attempt}.${randomUUID()}.tmp`);
    const release = holdFolder(temporary);
    // A signal that comes meanwhile is heard in the next turns of the event loop, as long as we listen.
    setImmediate(() => setImmediate(release));
    try {
      mkdirSync(temporary);
      for (const { name: file, bytes } of files) writeThrough(join(temporary, file), bytes, undefined);
      syncFolder(temporary);
      renameSync(temporary, join(contribution, attempt));
      pointTo(folder, attempt, temporary);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      throw error;
    }
    syncFolder(contribution);
    return folder;
  } catch (error) {
    throw filesTrouble(error, `${folder} could not be written.`, folder);
  }
};

const attemptsOf = (contribution: string, name: string): number =>
  readdirSync(contribution).reduce((most, entry) => {
    const [before, number] = [entry.slice(0, name.length + 1), entry.slice(name.length + 1)];
    return before === `${name}.` && /^\d{1,6}$/.test(number) ? Math.max(most, Number(number)) : most;
  }, 0);

const pointTo = (link: string, target: string, temporary: string): void => {
  symlinkSync(target, temporary);
  renameSync(temporary, link);
};
