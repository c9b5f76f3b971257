// ready: kmalloc_array(table_len, sizeof(u64), GFP_KERNEL)
#include <linux/slab.h>

static void *table_alloc(size_t table_len)
{
	if (table_len > 0)
		return kmalloc(table_len * sizeof(u64), GFP_KERNEL);
	return NULL;
}
