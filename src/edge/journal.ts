import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fact, Happened } from '../core/journal/fact.ts';
import { parseFacts, type ReadFacts } from '../core/journal/parseFacts.ts';
import { Trouble } from '../core/trouble.ts';
import { readBytes, syncFolder } from './files.ts';
import { filesTrouble, isSystemError } from './filesTrouble.ts';
import { makeFolder } from './makeFolder.ts';

/** The append-only file of facts. */
export interface Journal {
  /** Resolves once the fact is on the disk: from then on no kill and no power failure loses it. Throws Trouble. */
  append(happened: Happened): Promise<void>;
  /** All of it; a journal that was never written to is empty. Throws Trouble. */
  read(): Promise<ReadFacts>;
}

/** `folder` is made at the first append. `by` is the program with its version: `patchling 0.1.0`. */
export const openJournal = (folder: string, { now, by }: { now: () => Date; by: string }): Journal => {
  const path = join(folder, 'journal.ndjson');
  return {
    async append(happened) {
      const fact: Fact = { at: now().toISOString(), by, v: 1, ...happened };
      try {
        appendLine(path, JSON.stringify(fact));
      } catch (error) {
        throw filesTrouble(error, notNoted, path);
      }
    },
    async read() {
      return parseFacts(readText(path));
    },
  };
};

const notNoted = 'The journal could not be written, so what was just done is not noted in it.';

const appendLine = (path: string, line: string): void => {
  const open = openForAppend(path);
  try {
    // Again only if another program was killed in the middle of its line between our look and our write, so that ours
    // hangs at the end of its torn one.
    for (let tries = 0; tries < 5; tries++) {
      if (!writeOnce(open, line)) continue;
      fsyncSync(open);
      return;
    }
    throw new Trouble('machine', {
      what: notNoted,
      where: path,
      why: 'Only a part of the line reached the file: the disk is full, or a limit on file sizes was met.',
      next: 'Make room (df -h shows how full the disks are), then try again; the torn line does no harm.',
    });
  } finally {
    closeSync(open);
  }
};

/** One write() with O_APPEND, into which no other write gets. Says whether the line now stands by itself. */
const writeOnce = (open: number, line: string): boolean => {
  const size = fstatSync(open).size;
  const endsInNewline = size === 0 || readRange(open, size - 1, size)[0] === newline;
  writeSync(open, Buffer.from(`${endsInNewline ? '' : '\n'}${line}\n`));
  const since = readRange(open, Math.max(0, size - 1), fstatSync(open).size);
  const at = since.indexOf(`${line}\n`);
  return at >= 0 && (at === 0 ? size === 0 : since[at - 1] === newline);
};

const newline = 0x0a;

const readRange = (open: number, start: number, end: number): Buffer => {
  const bytes = Buffer.alloc(Math.max(0, end - start));
  return bytes.subarray(0, readSync(open, bytes, 0, bytes.length, start));
};

const openForAppend = (path: string): number => {
  const mode = 0o600; // a person's own notes: nobody else's to read
  try {
    return openSync(path, 'a+', mode);
  } catch (error) {
    if (!isNotThere(error)) throw error;
  }
  const folder = dirname(path);
  const firstMade = makeFolder(folder, 0o700);
  const open = openSync(path, 'a+', mode);
  const last = dirname(firstMade ?? path);
  for (let at = folder; at.length >= last.length && at !== dirname(at); at = dirname(at)) syncFolder(at);
  return open;
};

const readText = (path: string): string => {
  try {
    return new TextDecoder().decode(readBytes(path));
  } catch (error) {
    if (error instanceof Trouble && isNotThere(error.cause)) return '';
    throw error;
  }
};

const isNotThere = (error: unknown): boolean => isSystemError(error) && error.code === 'ENOENT';
