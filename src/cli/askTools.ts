import type { FilesChecked } from '../bench/checkSeries.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

const QUESTION =
  'This tree has a document on generated content. Did a tool write a part of it: an assistant, Coccinelle, a script?';

/**
 * Where the tree's documents ask it and nobody has said it yet, the person at the terminal is asked; never guessed.
 * Undefined where nobody was asked, or nothing was answered.
 */
export const askTools = async (
  { host, json, note, width }: Face,
  { checked }: FilesChecked,
): Promise<string | undefined> => {
  const isOpen = checked.some(({ result }) =>
    result.checks.some(({ settle, verdict }) => verdict === 'unknown' && settle?.includes('--tools ')),
  );
  if (!isOpen || json || !host.terminal.isInteractive) return undefined;
  for (const line of folded(QUESTION, width)) note(line);
  const answer = await host.terminal.ask(
    'Which, and what did it write? ("none", or for example "Coccinelle:1.1 the edit") ',
  );
  if (answer === '') return undefined;
  return /^(?:no|n|none)$/i.test(answer) ? 'none' : answer;
};
