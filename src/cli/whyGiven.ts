import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { Called } from './commandTable.ts';
import { optionText } from './optionText.ts';

/** The why that was given on the command line: as a text, in a file, or by standard input (`-`). */
export const whyGiven = (
  { terminal, cwd }: Pick<Host, 'terminal' | 'cwd'>,
  options: Called['options'],
): string | undefined => {
  const file = optionText(options, 'why-file');
  const why =
    file === undefined ? optionText(options, 'why') : file === '-' ? terminal.readInput() : readWhy(cwd, file);
  if (why?.trim() === '')
    throw new Trouble('input', { what: 'The why is empty.', next: 'Say the problem first, then what a user sees.' });
  return why;
};

const readWhy = (cwd: string, file: string): string => {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch {
    throw new Trouble('input', { what: `${file} could not be read.`, next: 'Name a text file that says why.' });
  }
};
