// ready: kcalloc(2, page_size, GFP_KERNEL)
#include <linux/slab.h>

static void *twice(size_t page_size)
{
	return kzalloc(page_size * 2, GFP_KERNEL);
}
