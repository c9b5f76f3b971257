import type { TreeWords } from '../core/maintainers/trapsOf.ts';
import { documentSectionHeadings } from '../core/tree/documentSectionHeadings.ts';
import type { Host } from '../edge/host.ts';

/** What the tree's own documents say about the words of MAINTAINERS. */
export const treeWords = ({ trees }: Pick<Host, 'trees'>, tree: string): TreeWords => {
  let preamble: readonly string[] | undefined;
  return {
    explains: (status) => {
      preamble ??= (trees.text(tree, 'MAINTAINERS') ?? '').slice(0, 16_384).split('\n');
      const row = preamble.findIndex((line) => line.trim().toLowerCase().startsWith(`${status}:`));
      return row < 0 ? undefined : `MAINTAINERS:${row + 1}`;
    },
    titleOf: (document) => {
      const text = /^[\w./+-]+$/.test(document) ? trees.text(tree, document) : undefined;
      return text === undefined ? undefined : (documentSectionHeadings(text.split('\n'))[0]?.title ?? document);
    },
  };
};
