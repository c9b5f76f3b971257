import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { syncFolder } from '../files.ts';
import { filesTrouble } from '../filesTrouble.ts';
import { makeFolder } from '../makeFolder.ts';
import type { Schema } from './schema.ts';

/**
 * Who was erased, in a file that no backup of the database turns back: `erased.ids` in the data folder, an opaque id a line.
 * A person is noted here first, then erased in one transaction that notes it in `erasure`; what a crash cut off between is made
 * up for at the next start (`unfinished`), where half an id is nobody's. A restore erases again whom the backup still knew.
 */
export interface ErasedList {
  /** On the disk when this returns. */
  add(person: string): void;
  read(): ReadonlySet<string>;
  /** Noted, but not yet erased in the database. */
  unfinished(db: Kysely<Schema>): Promise<readonly string[]>;
}

export const erasedList = (data: string): ErasedList => {
  const file = join(data, 'erased.ids');
  const read = (): ReadonlySet<string> => new Set(idsOf(file));
  return {
    read,
    add: (person) => {
      if (!/^[\w-]{1,64}$/.test(person)) throw new TypeError('not an opaque id');
      if (!read().has(person)) append(file, `${person}\n`);
    },
    unfinished: async (db) => {
      const done = new Set((await db.selectFrom('erasure').select('person').execute()).map((row) => row.person));
      return [...read()].filter((person) => !done.has(person));
    },
  };
};

const append = (file: string, line: string): void => {
  try {
    makeFolder(dirname(file), 0o700);
    const open = openSync(file, 'a', 0o600);
    try {
      // The end of a line that was cut off by a crash comes first: an empty line is no id.
      writeSync(open, `\n${line}`);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    syncFolder(dirname(file));
  } catch (error) {
    throw filesTrouble(error, `${file} could not be written.`, file);
  }
};

const idsOf = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw filesTrouble(error, `${file} could not be read.`, file);
  }
};
