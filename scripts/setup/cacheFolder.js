import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const pick = () => {
  const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'patchling');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'patchling-'));
  }
};

/** Patchling's part of the XDG cache folder; where that cannot be written, a folder for this run only. */
export const cacheFolder = pick();
