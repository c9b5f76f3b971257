import { resolve } from 'node:path';
import { type KernelVersion, kernelVersion } from '../core/tree/kernelVersion.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

export interface ChosenTree {
  /** Absolute. */
  readonly folder: string;
  readonly version: KernelVersion | undefined;
  /** `Linux 6.12.117`, as far as its Makefile tells. */
  readonly name: string;
  readonly how: '--tree' | 'PATCHLING_TREE' | 'here' | 'last used';
}

/** The tree that a command works on: named, of the environment, around the working folder, or the one used last. */
export const chooseTree = async (
  host: Pick<Host, 'env' | 'cwd' | 'trees' | 'journal'>,
  order: { tree?: string | undefined },
): Promise<ChosenTree> => {
  const named = order.tree ?? host.env['PATCHLING_TREE'];
  if (named) {
    const folder = resolve(host.cwd, named);
    const lacks = host.trees.lacks(folder);
    if (lacks.length > 0) throw notATree(folder, lacks);
    return describe(host, folder, order.tree === undefined ? 'PATCHLING_TREE' : '--tree');
  }
  const around = host.trees.around(host.cwd);
  if (around !== undefined) return describe(host, around, 'here');
  const last = (await host.journal.read()).facts.findLast((fact) => fact.kind === 'tree-chosen');
  if (last && host.trees.lacks(last.tree).length === 0) return describe(host, last.tree, 'last used');
  const past = last ? `the one used last, ${last.tree}, is not there any more` : 'none has been used before';
  throw new Trouble('input', {
    what: 'There is no kernel tree to work on.',
    why: `None was named, the working folder lies in none, and ${past}.`,
    next: 'Name one with --tree DIR, or let `patchling start` unpack the newest linux-source package.',
  });
};

export const describe = (host: Pick<Host, 'trees'>, folder: string, how: ChosenTree['how']): ChosenTree => {
  const { version } = kernelVersion(host.trees.text(folder, 'Makefile') ?? '');
  const kind = host.trees.text(folder, 'Kconfig')?.includes('U-Boot') === true ? 'U-Boot' : 'Linux';
  return { folder, version, name: version ? `${kind} ${version.text}` : `${kind}, version unknown`, how };
};

const notATree = (folder: string, lacks: readonly string[]): Trouble =>
  new Trouble('input', {
    what: lacks.includes('the folder itself')
      ? `There is no folder ${folder}, or you may not look into it.`
      : `${folder} is no tree that Patchling can work on: it lacks ${lacks.join(' and ')}, or you may not read them.`,
    where: folder,
    why: 'Patchling needs the Makefile for the version and MAINTAINERS for who owns which file.',
    next: 'Name the top folder of an unpacked or cloned kernel tree with --tree DIR.',
  });
