// refused: already-checked
#include <linux/slab.h>

static void *table_alloc(size_t entries)
{
	if (entries > SIZE_MAX / sizeof(u64))
		return NULL;
	return kmalloc(entries * sizeof(u64), GFP_KERNEL);
}
