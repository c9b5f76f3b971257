// by hand: several-parts
#include <linux/slab.h>

struct cell {
	unsigned int number;
	void *parts[];
};

static struct cell *cell_alloc(unsigned int clocks)
{
	struct cell *cell = kzalloc(struct_size(cell, parts, 2 * clocks), GFP_KERNEL);

	return cell;
}
