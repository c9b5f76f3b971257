// ready: kvmalloc(struct_size(counters, each, number), GFP_KERNEL)
#include <linux/slab.h>

struct counter {
	u64 packets;
};

struct counters {
	unsigned int number;
	struct counter each[] ____cacheline_aligned;
};

static struct counters *counters_alloc(unsigned int number)
{
	struct counters *counters = kvmalloc(sizeof(*counters) + number * sizeof(struct counter), GFP_KERNEL);

	return counters;
}
