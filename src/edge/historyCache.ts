import { hash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { HistoryRecord } from '../core/subsystem/history.ts';
import { writeCache } from './writeCache.ts';

// Raise it when what is read, or how it is written, changes.
const VERSION = 'patchling history 1';

/** People are kept as these: the first 48 bits of SHA-256, a whole number. */
export const personHash = (text: string): number => Number.parseInt(hash('sha256', text).slice(0, 12), 16);

/** Undefined where none was kept, or a damaged one, which is as good as none: it can always be read again. */
export const readHistory = (cache: string, tree: string): HistoryRecord | undefined => {
  try {
    const bytes = readFileSync(fileOf(cache, tree));
    const start = bytes.indexOf(10);
    const body = bytes.subarray(start + 1);
    if (bytes.toString('latin1', 0, start) !== firstLine(body)) return undefined;
    const [head = '', idents = '', paths = '', ...rows] = body.toString('utf8').split('\n');
    return {
      ...JSON.parse(head),
      idents: JSON.parse(idents).map(([address, name, first]: number[]) => ({ address, name, first })),
      paths: JSON.parse(paths),
      rows: rows.slice(0, -1),
    };
  } catch {
    return undefined; // none yet
  }
};

/** False when the cache cannot be written: what was read was right all the same. */
export const writeHistory = (cache: string, tree: string, record: HistoryRecord): boolean => {
  const { idents, paths, rows, ...head } = record;
  const people = idents.map(({ address, name, first }) => [address, name, first]);
  const body = Buffer.from([head, people, paths].map((part) => `${JSON.stringify(part)}\n`).join('') + lines(rows));
  return writeCache(fileOf(cache, tree), Buffer.concat([Buffer.from(`${firstLine(body)}\n`), body]));
};

const lines = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');

const firstLine = (body: Uint8Array): string => `${VERSION} ${body.length} ${crc32(body)}`;

const fileOf = (cache: string, tree: string): string =>
  join(cache, 'histories', hash('sha256', realpathSync(tree)).slice(0, 16));
