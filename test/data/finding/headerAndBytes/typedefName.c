// ready: kzalloc(struct_size_t(command_t, buffer, adjusted), GFP_KERNEL)
#include <linux/slab.h>

typedef struct {
	int opcode;
	char buffer[];
} command_t;

static void *command_alloc(unsigned int adjusted)
{
	return kzalloc(adjusted + sizeof(command_t), GFP_KERNEL);
}
