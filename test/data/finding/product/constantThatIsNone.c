// ready: kcalloc(count, SLOT_SIZE, GFP_KERNEL)
#include <linux/slab.h>

static u32 slot_size;

#define SLOT_SIZE	(slot_size)

static void *slots_alloc(unsigned int count)
{
	return kzalloc(count * SLOT_SIZE, GFP_KERNEL);
}
