import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './mustRun.ts';

export interface ModuleOrder {
  readonly name: 'greeter' | 'stumbler';
  /** Stands in its source for MARK. */
  readonly nonce: string;
  /** Where the kernel it is for was built, or its headers. */
  readonly build: string;
  /** An empty folder: the module's. */
  readonly folder: string;
  /** The file of the module in the end. */
  readonly to: string;
}

/** A module as somebody writes and builds it. `Documentation/kbuild/modules.rst`. */
export const buildModule = async ({ name, nonce, build, folder, to }: ModuleOrder): Promise<void> => {
  const source = readFileSync(fileURLToPath(new URL(`module/${name}.c`, import.meta.url)), 'utf8');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.c`), source.replaceAll('MARK', nonce));
  writeFileSync(join(folder, 'Makefile'), `obj-m := ${name}.o\nccflags-y := -g\n`);
  await mustRun(['nice', 'make', '-C', build, `M=${folder}`, 'modules']);
  copyFileSync(join(folder, `${name}.ko`), to);
};
