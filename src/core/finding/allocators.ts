/** A function that takes a size, and what takes a count and a size instead. */
export interface Allocator {
  readonly name: string;
  /** Which argument is the size, from 0. */
  readonly size: number;
  /** The two-factor form, which takes count and size where this takes the size; not every allocator has one. */
  readonly twoFactor?: string;
}

const allocator = (name: string, size: number, twoFactor?: string): Allocator =>
  twoFactor === undefined ? { name, size } : { name, size, twoFactor };

/** include/linux/{slab,vmalloc,string,dma-mapping}.h and include/linux/device/devres.h, by family. */
export const ALLOCATORS: readonly Allocator[] = [
  allocator('kmalloc', 0, 'kmalloc_array'),
  allocator('kzalloc', 0, 'kcalloc'),
  allocator('krealloc', 1, 'krealloc_array'),
  allocator('kmalloc_node', 0, 'kmalloc_array_node'),
  allocator('kzalloc_node', 0, 'kcalloc_node'),
  allocator('kmemdup', 1, 'kmemdup_array'),

  allocator('kvmalloc', 0, 'kvmalloc_array'),
  allocator('kvzalloc', 0, 'kvcalloc'),
  allocator('kvmalloc_node', 0, 'kvmalloc_array_node'),
  allocator('kvzalloc_node', 0, 'kvcalloc_node'),
  allocator('kvmemdup', 1, 'kvmemdup_array'),

  allocator('vmalloc', 0, 'vmalloc_array'),
  allocator('vzalloc', 0, 'vcalloc'),
  allocator('__vmalloc', 0, '__vmalloc_array'),
  allocator('vmalloc_node', 0),
  allocator('vzalloc_node', 0),
  allocator('vmalloc_user', 0),
  allocator('vmalloc_32', 0),
  allocator('vmalloc_32_user', 0),
  allocator('vmalloc_huge', 0),

  allocator('memdup_user', 1, 'memdup_array_user'),
  allocator('vmemdup_user', 1, 'vmemdup_array_user'),

  allocator('devm_kmalloc', 1, 'devm_kmalloc_array'),
  allocator('devm_kzalloc', 1, 'devm_kcalloc'),
  allocator('devm_krealloc', 2, 'devm_krealloc_array'),
  allocator('devm_kmemdup', 2, 'devm_kmemdup_array'),

  allocator('dma_alloc_coherent', 1),
  allocator('dma_alloc_attrs', 1),
  allocator('dma_alloc_wc', 1),
  allocator('dma_alloc_noncoherent', 1),
  allocator('dma_alloc_noncontiguous', 1),
  allocator('dma_alloc_pages', 1),
  allocator('dmam_alloc_coherent', 1),
  allocator('dmam_alloc_attrs', 1),
];

/** What every name of the table holds, so that one search by bytes finds them all. */
export const ALLOCATOR_WORDS = ['alloc', 'memdup'] as const;

export const allocatorNamed: ReadonlyMap<string, Allocator> = new Map(ALLOCATORS.map((one) => [one.name, one]));
