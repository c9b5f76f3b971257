import { valuesOf } from '../../../core/maintainers/parseMaintainers.ts';
import type { Host } from '../../../edge/host.ts';
import type { Progress } from '../../../edge/progress.ts';
import { ownersOf } from '../../../gather/ownersOf.ts';
import { requireSections } from '../../../gather/requireSections.ts';

/** A section of MAINTAINERS, as a list shows it. */
export interface Titled {
  readonly title: string;
  /** The value of `S:`; empty where it is not said. */
  readonly status: string;
}

export interface Titles {
  /** In the order of the file. */
  readonly titles: readonly Titled[];
  /** What is odd about MAINTAINERS: sentences. */
  readonly oddities: readonly string[];
}

/** All subsystems of a tree by name. */
export async function* gatherTitles(
  host: Pick<Host, 'trees' | 'env'>,
  { tree }: { readonly tree: string },
): AsyncGenerator<Progress, Titles, undefined> {
  yield { doing: 'Reading MAINTAINERS' };
  const owners = ownersOf(host, tree);
  requireSections(owners, tree);
  const titles = owners
    .sections()
    .map((section) => ({ title: section.title, status: valuesOf(section, 'S')[0] ?? '' }));
  return { titles, oddities: owners.oddities };
}
