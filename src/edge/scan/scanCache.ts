import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Site } from '../../core/finding/site.ts';
import { writeCache } from '../writeCache.ts';

/** What a scan found and what each file was then. It can always be made again, so a broken one is as good as none. */
export interface ScanRecord {
  /** Of the code that judged: another version of the rules may judge otherwise. */
  readonly rules: string;
  /** When the scan began, in milliseconds since 1970. */
  readonly began: number;
  readonly paths: string;
  /** STAMP_WORDS numbers a file, in the order of `paths`. */
  readonly stamps: Float64Array;
  readonly found: readonly FoundInFile[];
}

export interface FoundInFile {
  readonly path: string;
  readonly sites: readonly Site[];
  /** Whether another file had a say in it. */
  readonly beyond: boolean;
}

export const readScan = (cache: string, tree: string): ScanRecord | undefined => {
  try {
    const record: unknown = deserialize(readFileSync(fileOf(cache, tree)));
    const known = record as ScanRecord;
    return known.rules === rulesDigest() && known.stamps instanceof Float64Array ? known : undefined;
  } catch {
    return undefined; // none yet, or cut short by a crash
  }
};

/** False when the cache cannot be written: the scan was right all the same. */
export const writeScan = (cache: string, tree: string, record: Omit<ScanRecord, 'rules'>): boolean =>
  writeCache(fileOf(cache, tree), serialize({ rules: rulesDigest(), ...record }));

const fileOf = (cache: string, tree: string): string =>
  join(cache, 'scans', createHash('sha256').update(tree).digest('hex').slice(0, 16));

let digest: string | undefined;

/** A hash of the rooms that judge, so that a scan by other rules is not taken for one by these. */
const rulesDigest = (): string => {
  digest ??= ['finding', 'finding/rules', 'tree/c']
    .flatMap((room) => filesOf(new URL(`../../core/${room}/`, import.meta.url)))
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex');
  return digest;
};

const filesOf = (folder: URL): string[] => {
  const path = fileURLToPath(folder);
  const isCode = (name: string): boolean => /(?<!\.test|\.d)\.[jt]s$/.test(name);
  return readdirSync(path)
    .filter(isCode)
    .sort()
    .map((name) => join(path, name));
};
