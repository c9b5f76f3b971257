// refused: one-byte-element
#include <linux/slab.h>

static char *letters_alloc(size_t count)
{
	char *letters = kmalloc(sizeof(*letters) * count, GFP_KERNEL);

	return letters;
}
