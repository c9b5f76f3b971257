import type { Trailer } from '../core/patch/commitMessage.ts';
import { toolTrailer } from '../gather/toolTrailer.ts';
import type { Face } from './face.ts';

/**
 * Where the tree's own documents want what was made with a tool marked, the person at the terminal is asked. Below the
 * `---` the patch says in any case what made the edit.
 */
export const wantsToolTrailer = async ({ host, json, note }: Face, tree: string): Promise<Trailer[]> => {
  const wanted = toolTrailer(host, tree);
  if (!wanted || !host.terminal.isInteractive || json) return [];
  const { file, heading, token } = wanted;
  const value = `Patchling:${host.version}`;
  note(`${file}, "${heading}", of this tree asks for a line where tools helped.`);
  const answer = await host.terminal.ask(`Add "${token}: ${value}"? [y/N] `);
  return /^y(?:es)?$/i.test(answer) ? [{ token, value }] : [];
};
