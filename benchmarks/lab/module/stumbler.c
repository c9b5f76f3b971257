// SPDX-License-Identifier: GPL-2.0
/*
 * Falls over a null pointer when something is written to its parameter, some calls deep and through an inlined function: an
 * oops of which a task "decode a stack trace" is made.
 */
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct parcel {
	struct list_head list;
	struct parcel *next_stop;
	int weight;
	char label[16];
};

static LIST_HEAD(parcels);

static __always_inline int weight_of(const struct parcel *parcel)
{
	return parcel->next_stop->weight + parcel->weight;
}

static noinline int stumbler_weigh(struct parcel *parcel)
{
	int sum = 0;

	if (strlen(parcel->label) > 8)
		sum += strnlen(parcel->label, 4);
	if (parcel->weight < 0)
		pr_warn("stumbler: %s weighs nothing\n", parcel->label);
	sum += weight_of(parcel);
	pr_info("stumbler: %s weighs %d\n", parcel->label, sum);
	return sum;
}

static noinline int stumbler_sort(int count)
{
	struct parcel *parcel, *next;
	int sum = 0;

	for (int at = 0; at < count; at++) {
		parcel = kzalloc(sizeof(*parcel), GFP_KERNEL);
		if (!parcel)
			break;
		snprintf(parcel->label, sizeof(parcel->label), "parcel %d", at);
		list_add_tail(&parcel->list, &parcels);
	}
	list_for_each_entry(parcel, &parcels, list)
		sum += stumbler_weigh(parcel);
	list_for_each_entry_safe(parcel, next, &parcels, list) {
		list_del(&parcel->list);
		kfree(parcel);
	}
	return sum;
}

static int stumbler_set(const char *value, const struct kernel_param *param)
{
	int count;
	int error = kstrtoint(value, 0, &count);

	if (error)
		return error;
	pr_info("stumbler: sorting %d parcels\n", count);
	return stumbler_sort(count) < 0 ? -EINVAL : 0;
}

static const struct kernel_param_ops stumbler_ops = { .set = stumbler_set };
module_param_cb(parcels, &stumbler_ops, NULL, 0200);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("sorts parcels, badly");
