import { shellCommand } from '../shellCommand.ts';
import type { Build } from './kernelMake.ts';

/** Debian's cross compilers by the kernel's names of architectures. */
const compilers: Readonly<Record<string, string>> = {
  alpha: 'alpha-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  arm64: 'aarch64-linux-gnu',
  m68k: 'm68k-linux-gnu',
  mips: 'mips-linux-gnu',
  parisc: 'hppa-linux-gnu',
  powerpc: 'powerpc64le-linux-gnu',
  riscv: 'riscv64-linux-gnu',
  s390: 's390x-linux-gnu',
  sh: 'sh4-linux-gnu',
  sparc: 'sparc64-linux-gnu',
  x86: 'x86-64-linux-gnu',
};

/** How a person compiles an object of another architecture here; `undefined` where Debian has no compiler for it. */
export function forOtherArchitecture(build: Build, path: string, object: string): string | undefined {
  const arch = /^arch\/([^/]+)\//.exec(path)?.[1] ?? '';
  const triple = compilers[arch];
  if (triple === undefined) return undefined;
  const make = ['make', '-C', build.tree, `O=${build.folder}-${arch}`, `ARCH=${arch}`];
  return [
    shellCommand(['sudo', 'apt-get', 'install', `gcc-${triple}`]),
    shellCommand([...make, `CROSS_COMPILE=${triple.replace('x86-64', 'x86_64')}-`, 'allmodconfig', object]),
  ].join(' && ');
}
