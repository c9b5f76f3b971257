// refused: two-arrays
#include <linux/slab.h>

struct node {
	int a;
};

struct link {
	int b;
};

static void *links_alloc(size_t nodes, size_t links)
{
	return kzalloc(nodes * sizeof(struct node) + links * sizeof(struct link), GFP_KERNEL);
}
