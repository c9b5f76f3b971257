import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../source/projectFiles.ts';

// npm's own words that need no script of ours.
const ofNpm = new Set(['ci', 'install', 'pack']);

/** What is wrong with a documented command line: a word or an option that the program does not know. */
export const usageProblem = (line: string, scripts: ReadonlySet<string>): string | undefined => {
  const [program = '', word = '', ...rest] = line.split(/\s+/);
  if (program === 'npm') {
    const script = word === 'run' ? (rest[0] ?? '') : word;
    return scripts.has(script) || ofNpm.has(script) ? undefined : `package.json has no script ${script}`;
  }
  if (!/^(bin\/)?patchling$/.test(program)) return undefined;

  const command = groups.has(word) ? `${word} ${rest[0] ?? ''}`.trim() : word;
  const help = helpOf(command);
  if (!help.includes(`patchling ${command}`)) return `patchling does not know ${command}`;
  const unknown = line.match(/(?<=\s)--?[a-z][\w-]*/g)?.find((option) => !help.includes(option));
  return unknown === undefined ? undefined : `patchling ${word} has no option ${unknown}`;
};

/** Commands that have commands below them. */
const groups = new Set(['programme']);

const known = new Map<string, string>();

const helpOf = (command: string): string => {
  const help =
    known.get(command)
    ?? spawnSync(join(root, 'bin/patchling'), [...command.split(' '), '--help'], { encoding: 'utf8' }).stdout;
  known.set(command, help);
  return help;
};
