// by hand: count-is-a-sum
#include <linux/slab.h>

struct attribute;

struct group {
	unsigned int number;
	struct attribute *attributes[];
};

static struct group *group_grow(struct group *group)
{
	return krealloc(group, sizeof(*group) + (group->number + 1) * sizeof(group->attributes[0]), GFP_KERNEL);
}
