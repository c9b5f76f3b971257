// by hand: several-parts
#include <linux/slab.h>

struct path {
	u16 id;
};

struct disk {
	u8 number;
	struct path path[1];
};

static struct disk *disk_alloc(unsigned int paths)
{
	return kzalloc(offsetof(struct disk, path) + (paths * sizeof(struct path)), GFP_KERNEL);
}
