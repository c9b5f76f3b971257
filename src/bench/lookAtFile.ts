import type { FileState } from '../core/journal/workStanding.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { sha256 } from './composePatch.ts';

/** A file that the journal knows, as it is now. */
export interface FileLook {
  readonly state: FileState;
  /** Of the bytes that are there; the journal's where there are none. */
  readonly sha256: string;
  readonly bytes?: Uint8Array;
}

/** Lists refuse mails far smaller than that. */
const LARGEST = 16 * 2 ** 20;

export const lookAtFile = (
  { trees, readBytes }: Pick<Host, 'trees' | 'readBytes'>,
  file: { readonly path: string; readonly sha256: string },
): FileLook => {
  if (!trees.exists(file.path, '')) return { state: 'gone', sha256: file.sha256 };
  if ((trees.size(file.path, '') ?? LARGEST) >= LARGEST) return { state: 'unreadable', sha256: file.sha256 };
  try {
    const bytes = readBytes(file.path);
    const digest = sha256(bytes);
    return { state: digest === file.sha256 ? 'as written' : 'edited', sha256: digest, bytes };
  } catch (error) {
    if (error instanceof Trouble) return { state: 'unreadable', sha256: file.sha256 };
    throw error;
  }
};
