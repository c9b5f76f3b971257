import type { Drift } from '../core/subsystem/card.ts';
import { countDrift, type FileDrift } from '../core/subsystem/drift.ts';
import { kernelVersion } from '../core/tree/kernelVersion.ts';
import type { Host } from '../edge/host.ts';
import { openSitesOf } from './openSitesOf.ts';
import type { SectionFiles } from './sectionFilesOf.ts';

export interface DriftOrder {
  /** The tree of the card, and what its section owns there. */
  readonly tree: string;
  readonly files: SectionFiles;
  /** Of openSitesOf(): those that could be changed. */
  readonly sitesNow: number;
  /** The folder of the older tree. */
  readonly older: string;
}

/**
 * How far a section's files have moved since an older tree. What it owns now counts in both trees, so that a line of
 * MAINTAINERS that came or went is no change of the code.
 */
export const driftOf = async (
  host: Pick<Host, 'trees' | 'treeFiles' | 'scan' | 'folders' | 'now'>,
  { tree, files, older, sitesNow }: DriftOrder,
): Promise<Drift> => {
  const before = host.treeFiles.list(older, files.places).files.filter(({ path }) => files.owns(path));
  const was = new Set(before.map(({ path }) => path));
  const is = new Set(files.files.map(({ path }) => path));
  const lines = (of: string, listed: typeof before): number[] =>
    host.treeFiles.measure(of, listed).files.map((file) => file.lines);
  const added = lines(
    tree,
    files.files.filter(({ path }) => !was.has(path)),
  );
  const removed = lines(
    older,
    before.filter(({ path }) => !is.has(path)),
  );
  const both = host.treeFiles.compare(
    older,
    tree,
    [...is].filter((path) => was.has(path)),
  ).files;
  const sites = await openSitesOf(
    host,
    older,
    { ...files, files: before },
    { who: '', stances: [], titlesOf: () => [] },
  );
  return {
    from: versionOf(host, older),
    to: versionOf(host, tree),
    ...countDrift([
      ...added.map((count): FileDrift => ({ is: 'added', lines: count })),
      ...removed.map((count): FileDrift => ({ is: 'removed', lines: -count })),
      ...both.map(
        ({ same, linesBefore, linesNow }): FileDrift =>
          same ? { is: 'same' } : { is: 'changed', lines: linesNow - linesBefore },
      ),
    ]),
    sitesBefore: sites.toChange,
    sitesNow,
  };
};

const versionOf = (host: Pick<Host, 'trees'>, tree: string): string =>
  kernelVersion(host.trees.text(tree, 'Makefile') ?? '').version?.text ?? 'unknown';
