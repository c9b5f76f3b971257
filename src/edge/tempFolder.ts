import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesTrouble } from './filesTrouble.ts';
import { holdFolder } from './leaveNothing.ts';

/** Gives `use` an empty folder of its own (its real path), and removes it afterwards: also on an error and on Ctrl-C. */
export async function withTempFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = make();
  const release = holdFolder(folder);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    release();
  }
}

// Synchronous, so that no signal can come between making the folder and holding it.
function make(): string {
  const parent = tmpdir();
  try {
    return mkdtempSync(join(realpathSync(parent), 'patchling-'));
  } catch (error) {
    throw filesTrouble(error, `No temporary folder can be made in ${parent}.`, parent);
  }
}
