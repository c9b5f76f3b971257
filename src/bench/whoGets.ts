import type { Recipients } from '../edge/getMaintainer.ts';
import type { Host } from '../edge/host.ts';

/** Who gets a patch, by the tree's own script; its history counts where there is one. */
export const whoGets = async (
  host: Pick<Host, 'git' | 'getMaintainer'>,
  order: { tree: string; patch: string },
): Promise<Recipients> => {
  const repository = await host.git.repositoryOf(order.tree);
  return host.getMaintainer(order.tree, { patch: order.patch }, { history: repository.kind === 'repository' });
};
