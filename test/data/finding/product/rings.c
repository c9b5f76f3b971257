// ready: kcalloc(adapter->number_of_rings, sizeof(struct ring), GFP_KERNEL)
#include <linux/slab.h>

struct ring {
	u32 head;
	u32 tail;
};

struct adapter {
	struct ring *rings;
	unsigned int number_of_rings;
};

static int adapter_open(struct adapter *adapter)
{
	adapter->rings = kzalloc(sizeof(struct ring) * adapter->number_of_rings, GFP_KERNEL);
	if (!adapter->rings)
		return -ENOMEM;
	return 0;
}
