// refused: inside-macro
#include <linux/slab.h>

#define heap_grow(heap, n, gfp)			\
	do {					\
		(heap)->data = kmalloc((n) * sizeof((heap)->data[0]), gfp);	\
	} while (0)
