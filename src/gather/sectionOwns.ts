import { indexMaintainers } from '../core/maintainers/indexMaintainers.ts';
import type { Section } from '../core/maintainers/parseMaintainers.ts';
import { sectionsOf } from '../core/maintainers/sectionsOf.ts';
import type { Host } from '../edge/host.ts';

/** Whether a section owns a path, by its own lines alone: without reading the tree’s MAINTAINERS again. */
export const sectionOwns = (host: Pick<Host, 'trees'>, tree: string, section: Section): ((path: string) => boolean) => {
  const text = `${section.title}\n${section.fields.map(({ letter, value }) => `${letter}:\t${value}\n`).join('')}`;
  const index = indexMaintainers(text, { isFolder: (path) => host.trees.isFolder(tree, path), unicode: true });
  return (path) => sectionsOf(index, path).length > 0;
};
