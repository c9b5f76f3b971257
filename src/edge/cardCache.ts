import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCache } from './writeCache.ts';

/** Where a kept answer lies, and what it was made from: with another key it is not the answer any more. */
export interface KeptUnder {
  readonly cache: string;
  readonly tree: string;
  /** What was asked for, as it was typed. */
  readonly asked: string;
  /** The commit, MAINTAINERS and whatever else the answer hangs on. */
  readonly key: string;
}

/** Undefined where none was kept, or one of something else; it can always be made again. */
export const readKept = (under: KeptUnder): unknown => {
  try {
    const { key, answer } = JSON.parse(readFileSync(fileOf(under), 'utf8')) as { key?: unknown; answer?: unknown };
    return key === keyOf(under) ? answer : undefined;
  } catch {
    return undefined; // none yet, or cut short
  }
};

/** Where the cache cannot be written the answer was right all the same. */
export const writeKept = (under: KeptUnder, answer: unknown): void => {
  writeCache(fileOf(under), Buffer.from(JSON.stringify({ key: keyOf(under), answer })));
};

const fileOf = ({ cache, tree, asked }: KeptUnder): string =>
  join(cache, 'cards', `${hash('sha256', JSON.stringify([tree, asked])).slice(0, 24)}.json`);

const keyOf = ({ key }: KeptUnder): string => hash('sha256', JSON.stringify([key, codeDigest()]));

let digest: string | undefined;

/** Of the rooms that make a card: another version of them may make another one. */
const codeDigest = (): string => {
  digest ??= hash(
    'sha256',
    ['core/subsystem', 'core/maintainers', 'core/finding', 'core/finding/rules', 'core/tree/c', 'gather']
      .flatMap((room) => codeIn(fileURLToPath(new URL(`../${room}/`, import.meta.url))))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\0'),
  );
  return digest;
};

const codeIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /(?<!\.test|\.d)\.[jt]s$/.test(name))
    .sort()
    .map((name) => join(folder, name));
