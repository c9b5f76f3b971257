/** Code that is not compiled into the kernel or its modules, or runs before the kernel's helpers are there. */
const NOT_THE_KERNEL: readonly (readonly [RegExp, string])[] = [
  [/^tools\//, 'tools/ is built as user-space programs'],
  [/^scripts\//, 'scripts/ is built for the machine that compiles the kernel'],
  [/^(?:usr|Documentation)\//, 'this is not compiled into the kernel'],
  [/^arch\/[^/]+\/(?:boot|tools|purgatory|vdso)\//, 'code of the boot stage and the build does not have these helpers'],
  [/^arch\/um\/os-/, 'this part of user-mode Linux is built against the C library'],
  [/^drivers\/firmware\/efi\/libstub\//, 'the EFI stub runs before the kernel'],
  [/^lib\/(?:decompress|raid6\/test|zlib_inflate)/, 'the decompressors are built into the boot stage too'],
];

/** Code whose home is elsewhere: changes go there, or are made by a program. */
const IMPORTED: readonly (readonly [RegExp, string])[] = [
  [/^lib\/(?:zstd|lz4|xz|zlib_\w+)\//, 'this is imported; it is changed where it comes from'],
  [/^drivers\/acpi\/acpica\//, 'ACPICA is developed outside the kernel and imported'],
  [/^drivers\/gpu\/drm\/amd\/display\/dc\/(?:dml|dml2)\//, 'this is generated from the hardware team’s own sources'],
];

const GENERATED = /do not edit|(?:automatically|auto|machine)[- ]?generated|generated (?:by|from|file)|@generated/i;

/** Why a file is not one to send kernel clean-ups for; undefined for ordinary kernel code. */
export const whyNotKernelCode = (path: string): string | undefined => {
  return NOT_THE_KERNEL.find(([pattern]) => pattern.test(path))?.[1];
};

/** Why a change to a file belongs elsewhere. `head` is its first lines. */
export const whyNotOurs = (path: string, head: string): string | undefined => {
  const imported = IMPORTED.find(([pattern]) => pattern.test(path));
  if (imported) return imported[1];
  return GENERATED.test(head) ? 'its first lines say that a program generates it' : undefined;
};
