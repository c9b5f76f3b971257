// refused: header-not-its-own
#include <linux/slab.h>

struct inner {
	int a;
};

struct outer {
	struct inner inner;
	u8 context[];
};

static struct outer *outer_alloc(size_t size)
{
	struct outer *outer = kzalloc(sizeof(struct inner) + size, GFP_KERNEL);

	return outer;
}
