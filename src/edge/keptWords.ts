import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Trouble } from '../core/trouble.ts';
import { readBytes, writeFileAtomic } from './files.ts';
import { filesTrouble, isSystemError } from './filesTrouble.ts';
import { makeFolder } from './makeFolder.ts';

/** A text that a person is writing, as it was kept last. */
export interface Kept {
  readonly words: string;
  /** Rises with each keeping; 0 before the first. */
  readonly revision: number;
}

export type Keeping =
  | { readonly kind: 'kept'; readonly revision: number }
  /** Somebody (another tab) kept other words since `base`; nothing was written. */
  | { readonly kind: 'moved on'; readonly theirs: Kept };

/** Texts by what they are about. A text is never overwritten by one that did not know it. */
export interface KeptWords {
  read(about: string): Kept;
  /** `base` is the revision that the words were written upon. Throws Trouble. */
  keep(about: string, base: number, words: string): Keeping;
}

/** One small file for each text, below the data folder: a person's own words, nobody else's to read. */
export const openKeptWords = (dataFolder: string): KeptWords => {
  const folder = join(dataFolder, 'words');
  const fileOf = (about: string): string =>
    join(folder, `${createHash('sha256').update(about).digest('hex').slice(0, 32)}.json`);
  const read = (about: string): Kept => parse(textOf(fileOf(about)));
  return {
    read,
    // Synchronous from reading to writing: of two tabs, one comes first.
    keep: (about, base, words) => {
      const before = read(about);
      if (before.words === words) return { kind: 'kept', revision: before.revision };
      if (before.revision !== base) return { kind: 'moved on', theirs: before };
      const revision = base + 1;
      try {
        makeFolder(folder, 0o700);
      } catch (error) {
        throw filesTrouble(error, 'Your words could not be kept.', folder);
      }
      writeFileAtomic(fileOf(about), `${JSON.stringify({ about, revision, words })}\n`);
      return { kind: 'kept', revision };
    },
  };
};

const textOf = (file: string): string => {
  try {
    return new TextDecoder().decode(readBytes(file));
  } catch (error) {
    if (error instanceof Trouble && isSystemError(error.cause) && error.cause.code === 'ENOENT') return '';
    throw error;
  }
};

const parse = (text: string): Kept => {
  try {
    const { words, revision } = JSON.parse(text) as Record<string, unknown>;
    if (typeof words === 'string' && Number.isSafeInteger(revision)) return { words, revision: Number(revision) };
  } catch {
    // none yet, or damaged: what a person writes next takes its place
  }
  return { words: '', revision: 0 };
};
