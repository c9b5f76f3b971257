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

/** The lines of a KCONFIG_ALLCONFIG file. */
export const offLines = offOptions.map((option) => `# CONFIG_${option} is not set\n`).join('');

/** How a person prepares such a build by hand, and compiles one object in it. */
export function byHand(build: Build, object: string): string {
  const file = `${build.folder}/.config`;
  const off = offOptions.flatMap((option) => ['-d', option]);
  return [
    makeCommand(build, ['allmodconfig']),
    shellCommand([`${build.tree}/scripts/config`, '--file', file, ...off]),
    makeCommand(build, ['olddefconfig', object]),
  ].join(' && ');
}
