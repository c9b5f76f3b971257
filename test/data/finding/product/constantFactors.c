// refused: constant
#include <linux/slab.h>

#define SLOTS	16
#define SLOT_SIZE	(4 * sizeof(u32))

static void *slots_alloc(void)
{
	return kzalloc(SLOTS * SLOT_SIZE, GFP_KERNEL);
}
