import { join } from 'node:path';
import { mustRun } from './mustRun.ts';

export interface DecodeOrder {
  readonly tree: string;
  /** With debug information; without a kernel's only the modules' frames are decoded. */
  readonly vmlinux: string;
  /** The folder with the modules. */
  readonly modules: string;
}

/** What the tree's own scripts/decode_stacktrace.sh prints for a trace: the way that its documents name. */
export const decodeByScript = async (trace: string, { tree, vmlinux, modules }: DecodeOrder): Promise<string> =>
  mustRun([join(tree, 'scripts/decode_stacktrace.sh'), vmlinux, tree, modules], { input: trace });
