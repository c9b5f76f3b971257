import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from './lab.ts';
import { mustRun } from './mustRun.ts';

/** A kernel built here: what is booted, and what it was built from. */
export interface OwnKernel {
  readonly release: string;
  readonly image: string;
  readonly config: string;
  /** With its debug information. */
  readonly vmlinux: string;
}

export interface OwnOrder {
  /** Stands in its release. */
  readonly nonce: string;
}

const FRAGMENT = fileURLToPath(new URL('ownKernel.config', import.meta.url));

/**
 * A kernel with somebody's mark in its release: as small as `make tinyconfig` makes it, with what is needed to load a module
 * and to run KUnit. It is kept for the next time.
 */
export const buildOwnKernel = async (lab: Lab, order: OwnOrder): Promise<OwnKernel> => {
  const version = (await mustRun(['make', '-s', '-C', lab.tree, 'kernelversion'])).trim();
  const release = `${version}-${order.nonce}`;
  const kept = join(lab.folder, 'own', release);
  if (!existsSync(kept)) await build(lab, order, kept);
  const file = (name: string): string => join(kept, name);
  return { release, image: file('bzImage'), config: file('config'), vmlinux: file('vmlinux') };
};

const build = async (lab: Lab, order: OwnOrder, kept: string): Promise<void> => {
  lab.say(`building a kernel, ${order.nonce}`);
  const folder = await ownBuildFolder(lab, order);
  await make(lab, ['bzImage', 'modules']);
  const beside = `${kept}.part`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  copyFileSync(join(folder, 'arch/x86/boot/bzImage'), join(beside, 'bzImage'));
  copyFileSync(join(folder, '.config'), join(beside, 'config'));
  copyFileSync(join(folder, 'vmlinux'), join(beside, 'vmlinux'));
  renameSync(beside, kept);
};

/** Where kernels are built, made this one's: for modules, which have to have its release. */
export const ownBuildFolder = async (lab: Lab, order: OwnOrder): Promise<string> => {
  const folder = buildFolder(lab);
  const config = join(folder, '.config');
  if (!existsSync(config)) {
    await make(lab, ['tinyconfig']);
    const merge = join(lab.tree, 'scripts/kconfig/merge_config.sh');
    await mustRun([merge, '-m', '-O', folder, config, FRAGMENT], { cwd: lab.tree });
  }
  const set = ['--file', config, '--set-str', 'LOCALVERSION', `-${order.nonce}`];
  await mustRun([join(lab.tree, 'scripts/config'), ...set]);
  await make(lab, ['olddefconfig', 'modules_prepare']);
  return folder;
};

const buildFolder = ({ folder }: Lab): string => join(folder, 'build');

const make = async (lab: Lab, goals: readonly string[]): Promise<string> =>
  mustRun(['nice', 'make', '-s', '-j2', '-C', lab.tree, `O=${buildFolder(lab)}`, ...goals]);
