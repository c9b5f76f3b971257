import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './files.ts';
import { makeFolder } from './makeFolder.ts';

/** A number kept for this person on this machine, drawn once, so that each newcomer begins elsewhere. */
export const personalSeed = (stateFolder: string): string => {
  const file = join(stateFolder, 'seed');
  const kept = readKept(file);
  if (kept !== undefined) return kept;
  const seed = String(randomBytes(4).readUInt32LE());
  try {
    makeFolder(stateFolder);
    writeFileAtomic(file, `${seed}\n`);
  } catch {
    // It cannot be kept; it is printed, and --seed takes it.
  }
  return seed;
};

const readKept = (file: string): string | undefined => {
  try {
    return /^\d+$/.exec(readFileSync(file, 'utf8').trim())?.[0];
  } catch {
    return undefined;
  }
};
