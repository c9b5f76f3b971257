import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../core/lab/kbuildMakefile.ts';
import { type KbuildObjects, kbuildObjects, type ObjectState } from '../../core/lab/kbuildObjects.ts';
import type { Build } from './kernelMake.ts';

let last: { readonly key: string; readonly objects: KbuildObjects } | undefined;

/**
 * Every object that make builds with the configuration of a build: half a second for the whole kernel, then remembered
 * until the .config changes. `undefined` where there is no configuration.
 */
export function objectsOf(build: Build): KbuildObjects | undefined {
  const file = join(build.folder, '.config');
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  const key = [build.tree, file, found.mtimeMs, found.size].join('\n');
  if (last?.key === key) return last.objects;
  const config = readFileSync(file, 'utf8');
  const arch = /^# Linux\/(\S+) /m.exec(config)?.[1] ?? '';
  const objects = kbuildObjects(parseConfig(config), arch, (path) => read(join(build.tree, path)));
  last = { key, objects };
  return objects;
}

/** Whether kbuild compiles a file of the tree with the configuration of a build. */
export const objectOf = (build: Build, path: string): ObjectState =>
  objectsOf(build)?.stateOf(path) ?? { state: 'unknown', because: 'no build is prepared' };

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // most folders have no Kbuild file beside their Makefile
  }
}
