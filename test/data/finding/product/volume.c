// by hand: three-factors
#include <linux/slab.h>

static void *volume_alloc(int planes, int rows, int stride)
{
	return kvmalloc(planes * rows * stride, GFP_KERNEL);
}
