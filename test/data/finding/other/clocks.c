// refused: precedence
#include <linux/slab.h>

#define MAX_OUTPUTS	7

struct clk;

static void *clocks_alloc(unsigned int outputs)
{
	return kzalloc(sizeof(struct clk *) * outputs + 1, GFP_KERNEL);
}
