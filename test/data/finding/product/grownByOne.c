// by hand: count-is-a-sum
#include <linux/slab.h>

struct region {
	u64 start;
};

static int region_add(struct region **regions, unsigned int count)
{
	struct region *more;

	more = krealloc(*regions, (count + 1) * sizeof(*more), GFP_KERNEL);
	if (!more)
		return -ENOMEM;
	*regions = more;
	return 0;
}
