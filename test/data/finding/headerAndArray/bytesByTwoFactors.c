// by hand: count-is-a-product
#include <linux/slab.h>

struct fragment {
	unsigned int number;
	u8 data[];
};

static struct fragment *fragment_alloc(unsigned int number, unsigned int size)
{
	struct fragment *fragment = kmalloc(sizeof(*fragment) + size * number, GFP_KERNEL);

	return fragment;
}
