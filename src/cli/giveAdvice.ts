import { adviseSubsystems } from '../bench/adviseSubsystems.ts';
import { keptAdvice } from '../bench/keptAdvice.ts';
import { shownCommand } from '../bench/shownCommand.ts';
import type { Newcomer } from '../core/subsystem/newcomer.ts';
import { Trouble } from '../core/trouble.ts';
import { adviceJson } from './adviceJson.ts';
import { askNewcomer } from './askNewcomer.ts';
import type { Called } from './commandTable.ts';
import type { Face } from './face.ts';
import { newcomerFrom, saysAnything } from './newcomerFrom.ts';
import { finished } from './phases.ts';
import { sayAdvice } from './sayAdvice.ts';
import { treeFor } from './treeFor.ts';

/** `subsystem` without a name: advice which two to choose. */
export const giveAdvice = async (face: Face, options: Called['options']): Promise<number> => {
  const newcomer = await newcomerOf(face, options);
  const tree = await treeFor(face, options);
  const given = await finished(face, adviseSubsystems(face.host, { tree, newcomer }));
  for (const oddity of given.oddities) face.note(oddity);
  if (given.notKept !== undefined) face.note(given.notKept);
  if (face.json) face.say(JSON.stringify(adviceJson(given, (words) => shownCommand(face, tree, words))));
  else sayAdvice(face, tree, given);
  return 0;
};

/** From the options, with --again the last answers below them; else asked for, where somebody can be asked. */
const newcomerOf = async (face: Face, options: Called['options']): Promise<Newcomer> => {
  const last = keptAdvice(face.host)?.newcomer;
  if (options['again'] === true) {
    if (last === undefined) throw nothingBefore();
    return newcomerFrom(options, last);
  }
  if (saysAnything(options)) return newcomerFrom(options);
  if (face.host.terminal.isInteractive && !face.json) return askNewcomer(face, last);
  throw nothingSaid();
};

const EXAMPLE = 'patchling subsystem --hours 5 --months 3 --interests "networking, testing" --hardware "Raspberry Pi"';

const nothingSaid = (): Trouble =>
  new Trouble('input', {
    what: 'Nothing was said to advise by, and there is no terminal to ask at.',
    why: 'Which subsystem is good for you hangs on your time, your interests and what you can test on.',
    next: `${EXAMPLE}; or name a subsystem to see its card.`,
  });

const nothingBefore = (): Trouble =>
  new Trouble('input', {
    what: 'There is no advice from before, so it cannot be asked again.',
    why: 'The last answers are kept in the state folder, and none are there.',
    next: EXAMPLE,
  });
