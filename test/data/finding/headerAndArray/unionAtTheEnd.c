// by hand: no-flexible-array
#include <linux/slab.h>

struct message {
	unsigned int number;
	union {
		DECLARE_FLEX_ARRAY(u32, words);
		DECLARE_FLEX_ARRAY(u64, longs);
	};
};

static struct message *message_alloc(unsigned int number)
{
	struct message *message = kzalloc(sizeof(*message) + number * sizeof(u32), GFP_KERNEL);

	return message;
}
