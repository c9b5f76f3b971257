import { documentSectionHeadings } from '../core/tree/documentSectionHeadings.ts';
import type { Host } from '../edge/host.ts';

/** Where a tree says that what was made with a tool shall be marked, and how. */
export interface ToolTrailer {
  readonly file: string;
  readonly heading: string;
  readonly token: 'Assisted-by';
}

/** The newest first; older trees have none of them, and then no trailer is asked for. */
const DOCUMENTS = ['coding-assistants', 'generated-content', 'submitting-patches'];
const TOKEN = 'Assisted-by';

/** Whether the user's own tree wants a trailer for tools: read from its documents, never assumed. */
export const toolTrailer = (host: Pick<Host, 'trees'>, tree: string): ToolTrailer | undefined => {
  for (const name of DOCUMENTS) {
    const file = `Documentation/process/${name}.rst`;
    const lines = host.trees.text(tree, file)?.split(/\r?\n/) ?? [];
    const at = lines.findIndex((line) => line.includes(`${TOKEN}:`));
    if (at === -1) continue;
    const heading = documentSectionHeadings(lines).findLast((one) => one.titleAt <= at);
    return { file, heading: heading?.title ?? name, token: TOKEN };
  }
  return undefined;
};
