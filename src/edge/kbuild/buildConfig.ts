import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shellCommand } from '../shellCommand.ts';
import { type Build, makeCommand } from './kernelMake.ts';

/**
 * Taken out of `allmodconfig`, so that nearly every driver compiles with few packages: what needs more of them (compiler
 * plugins, BTF, Rust, signed modules), what turns warnings into errors, and what watches the kernel as it runs, which
 * costs time and brings warnings of its own.
 */
const offOptions = [
  ...[
    'GCC_PLUGINS',
    'DEBUG_INFO_BTF',
    'RUST',
    'MODULE_SIG',
    'SECURITY_LOCKDOWN_LSM',
    'IMA_APPRAISE_MODSIG',
    'KEXEC_SIG',
  ],
  ...['WERROR', 'KVM_WERROR', 'DRM_WERROR', 'DRM_I915_WERROR', 'DRM_XE_WERROR', 'DRM_AMDGPU_WERROR'],
  ...['KASAN', 'KCSAN', 'KMSAN', 'KCOV', 'GCOV_KERNEL', 'UBSAN'],
];

/**
 * The target that configures a tree: `allmodconfig`, but U-Boot's boards have options without a default, which that
 * would ask for again and again; its `sandbox_defconfig` is the one for this machine.
 */
export const configTarget = (tree: string): string =>
  existsSync(join(tree, 'configs/sandbox_defconfig')) ? 'sandbox_defconfig' : 'allmodconfig';

/** The lines of a KCONFIG_ALLCONFIG file. */
export const offLines = offOptions.map((option) => `# CONFIG_${option} is not set\n`).join('');

/** How a person prepares such a build by hand, and compiles one object in it. */
export function byHand(build: Build, object: string): string {
  const file = `${build.folder}/.config`;
  const off = offOptions.flatMap((option) => ['-d', option]);
  return [
    makeCommand(build, [configTarget(build.tree)]),
    shellCommand([`${build.tree}/scripts/config`, '--file', file, ...off]),
    makeCommand(build, ['olddefconfig', object]),
  ].join(' && ');
}
