// refused: rounded-afterwards
#include <linux/slab.h>

struct firmware_head {
	u32 length;
};

static void *firmware_alloc(size_t size)
{
	return kmalloc(ALIGN(size + sizeof(struct firmware_head), 16), GFP_KERNEL);
}
