// refused: not-compiled
#include <linux/slab.h>

#if 0 /* not yet */
static void *table_alloc(size_t entries)
{
	return kmalloc(entries * sizeof(u64), GFP_KERNEL);
}
#endif
