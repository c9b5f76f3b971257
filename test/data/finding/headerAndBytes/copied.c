// ready: kmemdup(old, struct_size(old, data, old->length), GFP_ATOMIC)
#include <linux/slab.h>

struct packet {
	size_t length;
	u8 data[] __counted_by(length);
};

static struct packet *packet_copy(const struct packet *old)
{
	struct packet *packet = kmemdup(old, sizeof(*old) + old->length, GFP_ATOMIC);

	return packet;
}
