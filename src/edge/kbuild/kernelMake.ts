import { availableParallelism } from 'node:os';
import { type Ran, type RunOptions, run } from '../run.ts';
import { shellCommand } from '../shellCommand.ts';

/** A tree, and the folder that is built into: `make O=`. Both are absolute and without symbolic links. */
export interface Build {
  readonly tree: string;
  readonly folder: string;
}

// What kbuild would take from the environment: the answer is to be about this machine and this tree alone.
const dropped = [
  /^(?:ARCH|SUBARCH|CROSS_COMPILE|LLVM|LLVM_IAS|O|M|V|W|C|CLIPPY|CHECK|DEPMOD|LOCALVERSION)$/,
  /^(?:KBUILD|KCONFIG|INSTALL)_|^KERNEL/,
  /^(?:K|HOST|USER)\w*FLAGS$|^USERLDLIBS$/,
];

/**
 * Runs `make O=` in a tree, which is only read. Kbuild's own temporary files go to `temporary`. Two makes in one folder
 * overwrite each other's generated headers and fail, so one waits for the other, also when another process runs it.
 */
export async function kernelMake(
  build: Build,
  temporary: string,
  words: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const without = Object.keys(process.env).filter((name) => dropped.some((pattern) => pattern.test(name)));
  const make = ['make', `-j${availableParallelism()}`, `O=${build.folder}`, ...words];
  const how: RunOptions = {
    ...options,
    cwd: build.tree,
    env: { ...Object.fromEntries(without.map((name) => [name, undefined])), TMPDIR: temporary, ...options.env },
  };
  // flock(1): the lock goes with the process, however it ends, so that none is ever left behind.
  const ran = await run(['flock', build.folder, ...make], how);
  if (ran.missing) return run(make, how);
  return { ...ran, missing: ran.status === cannotExecute && ran.stderr.startsWith('flock: ') };
}

const cannotExecute = 69; // EX_UNAVAILABLE, as util-linux' flock says it

/** The same for a person to type. */
export const makeCommand = (build: Build, words: readonly string[]): string =>
  shellCommand(['make', '-C', build.tree, `O=${build.folder}`, ...words]);
