// by hand: another-element
#include <linux/slab.h>

struct keys {
	unsigned int number;
	u32 keys[];
};

static struct keys *keys_alloc(unsigned int number)
{
	struct keys *keys = kzalloc(sizeof(*keys) + number * sizeof(u64), GFP_KERNEL);

	return keys;
}
