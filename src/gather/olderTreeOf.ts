import { basename, dirname, join } from 'node:path';
import type { Known } from '../core/subsystem/card.ts';
import { type KnownTree, olderTreeOf as olderAmong } from '../core/subsystem/drift.ts';
import { kernelVersion } from '../core/tree/kernelVersion.ts';
import type { Host } from '../edge/host.ts';
import { projectOf } from './projectOf.ts';

type Needs = Pick<Host, 'trees' | 'folders'>;

/** A release, as its package or tarball is called; a clone is somebody’s work. */
const RELEASE = /^(?:linux(?:-source)?|u-boot)-[\d.]+$/;

/** Of the releases that lie unpacked beside a tree and in the cache folder, the one to compare it with. */
export const olderTreeOf = (host: Needs, tree: string): Known<KnownTree> => {
  const places = new Set([dirname(tree), join(host.folders.cache, 'trees')]);
  const folders = [...places].flatMap((place) => host.trees.list(place, '').map((name) => join(place, name)));
  const releases = folders.filter((folder) => RELEASE.test(basename(folder)) && host.trees.lacks(folder).length === 0);
  return olderAmong(
    releases.map((folder) => knownTree(host, folder)),
    knownTree(host, tree),
  );
};

const knownTree = (host: Needs, folder: string): KnownTree => ({
  folder,
  project: projectOf(host, folder),
  version: kernelVersion(host.trees.text(folder, 'Makefile') ?? '').version,
});
