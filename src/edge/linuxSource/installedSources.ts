import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newestFirst } from './versionOrder.ts';

/** A kernel's source as a distribution packs it. */
export interface SourceTarball {
  readonly file: string;
  /** As the folder in it is called: `linux-source-6.12`. */
  readonly name: string;
  /** `6.12`. */
  readonly version: string;
}

/** The kernel sources that `linux-source-*` packages put here, the newest first. */
export function installedSources(folder = '/usr/src'): Promise<readonly SourceTarball[]> {
  const found = names(folder).flatMap((name) => {
    const [, stem, version] = /^(linux-source-(\d+(?:\.\d+)*))\.tar\.(?:xz|bz2|gz|zst)$/.exec(name) ?? [];
    return stem === undefined || version === undefined ? [] : [{ file: join(folder, name), name: stem, version }];
  });
  return Promise.resolve(found.sort(newestFirst));
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // other systems have no such folder
  }
}
