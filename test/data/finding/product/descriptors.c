// ready: dma_alloc_coherent(engine->dev, array_size(RING_DESC_NUM, engine->desc_size), &engine->phys, GFP_KERNEL)
#include <linux/dma-mapping.h>
#include <linux/list.h>

#define RING_DESC_NUM	64

struct engine {
	struct device *dev;
	void *ring;
	dma_addr_t phys;
	u32 desc_size;
};

static int engine_setup(struct engine *engine)
{
	engine->ring = dma_alloc_coherent(engine->dev, engine->desc_size * RING_DESC_NUM,
					  &engine->phys, GFP_KERNEL);
	return engine->ring ? 0 : -ENOMEM;
}
