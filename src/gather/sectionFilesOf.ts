import type { Section } from '../core/maintainers/parseMaintainers.ts';
import { type Place, sectionPlaces } from '../core/subsystem/sectionPlaces.ts';
import type { Host } from '../edge/host.ts';
import type { Unreadable } from '../edge/readPieces.ts';
import type { ListedFile } from '../edge/treeFiles.ts';
import { sectionOwns } from './sectionOwns.ts';

/** What a section owns in a tree. */
export interface SectionFiles {
  /** Where they lie. */
  readonly places: readonly Place[];
  readonly files: readonly ListedFile[];
  /** Folders that could not be looked into: what is in them is not among the files. */
  readonly unreadable: readonly Unreadable[];
  owns(path: string): boolean;
}

/** The files of a section, by walking its own folders only. */
export const sectionFilesOf = (
  host: Pick<Host, 'trees' | 'treeFiles'>,
  tree: string,
  section: Section,
): SectionFiles => {
  const places = sectionPlaces(section, (path) => host.trees.isFolder(tree, path));
  const owns = sectionOwns(host, tree, section);
  const { files, unreadable } = host.treeFiles.list(tree, places);
  return { places, files: files.filter(({ path }) => owns(path)), unreadable, owns };
};
