import type { Sources } from '../tree/c/definitions.ts';

/** Which of the kernel's allocation and overflow helpers a tree has, and in which order one of them takes its factors. */
export interface Helpers {
  has(name: string): boolean;
  /** kmemdup_array() took the element's size first before 6.10 and the count first since. */
  readonly kmemdupArrayTakesCountFirst: boolean;
}

/** Where the kernel (and U-Boot, whose headers follow it) declares them: every judgement hangs on these. */
export const HELPER_HEADERS: readonly string[] = [
  ...'slab vmalloc mm overflow string device dma-mapping compat gfp'
    .split(' ')
    .map((name) => `include/linux/${name}.h`),
  'include/linux/device/devres.h',
  'include/dm/devres.h',
  'include/dm/device.h',
  'include/malloc.h',
];

export const readHelpers = (sources: Sources): Helpers => {
  const text = HELPER_HEADERS.map((path) => {
    const bytes = sources.read(path);
    return bytes?.toString('latin1', 0, bytes.length) ?? '';
  }).join('\n');
  const names = new Set([...text.matchAll(/\b(\w+)\s*\(/g)].map((match) => match[1] ?? ''));
  const order = /\bkmemdup_array\w*\s*\(\s*const void \*\w+,\s*size_t (\w+)/.exec(text)?.[1];
  return { has: (name) => names.has(name), kmemdupArrayTakesCountFirst: order === undefined || order === 'count' };
};
