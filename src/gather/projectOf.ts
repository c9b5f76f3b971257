import type { Project } from '../core/subsystem/testSuites.ts';
import type { Host } from '../edge/host.ts';

/** Which project's habits a tree has: U-Boot says its name at the top of its Kconfig, everything else is taken as Linux. */
export const projectOf = (host: Pick<Host, 'trees'>, tree: string): Project =>
  host.trees.text(tree, 'Kconfig')?.includes('U-Boot') === true ? 'U-Boot' : 'Linux';
