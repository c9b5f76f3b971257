// by hand: bitmap
#include <linux/slab.h>

static unsigned long *bits_alloc(unsigned int channels)
{
	return kzalloc(BITS_TO_LONGS(channels) * sizeof(unsigned long), GFP_KERNEL);
}
