import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} program */
export const isOnPath = (program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
