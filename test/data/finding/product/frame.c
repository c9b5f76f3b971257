// ready: kmalloc_array(height, width, GFP_KERNEL)
#include <linux/slab.h>

static u8 *frame_alloc(unsigned int width, unsigned int height)
{
	return kmalloc(width * height, GFP_KERNEL);
}
