// ready: kzalloc(struct_size(context, stripes, total), GFP_NOFS)
#include <linux/slab.h>

struct stripe {
	u64 physical;
};

struct context {
	unsigned int number;
	struct stripe stripes[];
};

static struct context *context_alloc(unsigned int total)
{
	struct context *context;

	context = kzalloc(
		 /* The size of the context itself. */
		sizeof(struct context) +
		/* Plus the array of its stripes. */
		sizeof(struct stripe) * (total),
		GFP_NOFS);

	return context;
}
