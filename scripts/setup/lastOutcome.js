import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.js';

const file = join(cacheFolder, 'setup.json');

/** How the last set-up ended if it did not install all. @returns {import('./planInstall.js').Situation['before']} */
export const readOutcome = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // nothing was refused and nothing failed yet
  }
};

/** @param {'refused' | 'failed'} outcome @param {readonly string[]} missing */
export const writeOutcome = (outcome, missing) => {
  try {
    writeFileSync(file, JSON.stringify({ outcome, missing, at: Date.now() }));
  } catch {
    // A cache that cannot be written means only that the question comes again.
  }
};
