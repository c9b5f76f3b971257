// refused: constant
#include <linux/slab.h>

struct message {
	int version;
	u8 data[];
};

struct ask {
	u32 what;
};

struct answer {
	u64 that;
};

static struct message *message_alloc(void)
{
	struct message *message;

	message = kzalloc(sizeof(*message) + max(sizeof(struct ask), sizeof(struct answer)), GFP_KERNEL);
	return message;
}
