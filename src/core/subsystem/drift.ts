import type { KernelVersion } from '../tree/kernelVersion.ts';
import type { Drift, Known } from './card.ts';
import type { Project } from './testSuites.ts';

/** A tree that is known on this machine. */
export interface KnownTree {
  readonly folder: string;
  readonly project: Project;
  readonly version: KernelVersion | undefined;
}

/**
 * The tree to hold another against: of the same project, of an older release, the newest of those. Another stable
 * release of the same line shows next to nothing and does not count.
 */
export const olderTreeOf = (trees: readonly KnownTree[], current: KnownTree): Known<KnownTree> => {
  const { version, project } = current;
  if (!version)
    return { kind: 'unknown', because: 'The Makefile of this tree says no version, so what is older is not known.' };
  const older = trees
    .filter((one) => one.project === project && one.version && compareLines(one.version, version) < 0)
    .toSorted((one, other) => compareReleases(other.version, one.version));
  const [newest] = older;
  if (newest) return { kind: 'known', value: newest };
  const settle = getOlder(current, version);
  return {
    kind: 'unknown',
    because: `No older ${project} tree is known on this machine to hold ${version.text} against.`,
    ...(settle === undefined ? {} : { settle }),
  };
};

/** To be typed in the tree, so that the older one lies beside it. Only Linux is packaged as source. */
const getOlder = ({ project }: KnownTree, version: KernelVersion): string | undefined =>
  project === 'Linux' && compareLines(version, { version: 6, patchlevel: 1 }) > 0
    ? 'sudo apt-get install linux-source-6.1 && tar -C .. -xf /usr/src/linux-source-6.1.tar.xz'
    : undefined;

type Line = Pick<KernelVersion, 'version' | 'patchlevel'>;

const compareLines = (one: Line, other: Line): number =>
  one.version - other.version || one.patchlevel - other.patchlevel;

const compareReleases = (one: KernelVersion | undefined, other: KernelVersion | undefined): number =>
  one && other ? compareLines(one, other) || one.sublevel - other.sublevel : 0;

/** What a file is in two trees; `lines` are those that it grew by. */
export type FileDrift =
  | { readonly is: 'added' | 'removed' | 'changed'; readonly lines: number }
  | { readonly is: 'same' };

/** Counts what became of the files. */
export const countDrift = (files: readonly FileDrift[]): Omit<Drift, 'from' | 'to' | 'sitesBefore' | 'sitesNow'> => {
  const count = (is: FileDrift['is']): number => files.filter((one) => one.is === is).length;
  return {
    filesAdded: count('added'),
    filesRemoved: count('removed'),
    filesChanged: count('changed'),
    filesSame: count('same'),
    lines: files.reduce((sum, one) => sum + (one.is === 'same' ? 0 : one.lines), 0),
  };
};
