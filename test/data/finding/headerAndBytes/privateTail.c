// by hand: another-element
#include <linux/slab.h>

struct host {
	int number;
	unsigned long private[] ____cacheline_aligned;
};

static struct host *host_alloc(int extra)
{
	struct host *host = kzalloc(sizeof(struct host) + extra, GFP_KERNEL);

	return host;
}
