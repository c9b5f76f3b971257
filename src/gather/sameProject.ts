import type { Host } from '../edge/host.ts';
import { projectOf } from './projectOf.ts';

/** Whether another tree is one of the same project: a patch to U-Boot is open with others than one to Linux is. */
export const sameProject = (host: Pick<Host, 'trees'>, tree: string): ((other: string) => boolean) => {
  const own = projectOf(host, tree);
  return (other) => other === tree || projectOf(host, other) === own;
};
