// by hand: several-parts
#include <linux/slab.h>

struct entry {
	int a;
	char name[];
};

static struct entry *entry_alloc(size_t length)
{
	struct entry *entry = kmalloc(sizeof(*entry) + length + 1, GFP_KERNEL);

	return entry;
}
