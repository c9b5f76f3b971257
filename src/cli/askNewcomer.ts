import { MOST_HOURS, MOST_MONTHS, type Newcomer, newcomerWords } from '../core/subsystem/newcomer.ts';
import { Trouble } from '../core/trouble.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { countFrom } from './newcomerFrom.ts';

const OPENING =
  'Four questions; Enter leaves one out. Your answers stay on this machine, so that the advice can say what changed.';

/** At a terminal: what the person has, each with what it is for. Enter keeps the last answer where there is one. */
export const askNewcomer = async (face: Face, before: Newcomer | undefined): Promise<Newcomer> => {
  for (const line of folded(OPENING, face.width)) face.note(line);
  const hours = await count(
    face,
    'Hours a week? A steep subsystem needs more of them',
    'hours',
    MOST_HOURS,
    before?.hours,
  );
  const months = await count(
    face,
    'Months left? Some subsystems take weeks to merge a patch',
    'months',
    MOST_MONTHS,
    before?.months,
  );
  const interests = await words(
    face,
    'What interests you? For example networking, filesystems, audio, testing',
    before?.interests,
  );
  const hardware = await words(
    face,
    'Hardware at hand to test on? For example Raspberry Pi, x86 laptop',
    before?.hardware,
  );
  face.note('');
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(months === undefined ? {} : { months }),
    interests,
    hardware,
  };
};

const count = async (
  face: Face,
  question: string,
  what: string,
  most: number,
  before: number | undefined,
): Promise<number | undefined> => {
  for (;;) {
    const answer = await face.host.terminal.ask(asked(question, before));
    if (answer === '') return before;
    try {
      return countFrom(answer, what, most);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      face.note(`A number, please: ${error.words.what}`);
    }
  }
};

const words = async (face: Face, question: string, before: readonly string[] = []): Promise<readonly string[]> => {
  const answer = await face.host.terminal.ask(asked(question, before.length === 0 ? undefined : before.join(', ')));
  return answer === '' ? before : newcomerWords(answer);
};

const asked = (question: string, before: string | number | undefined): string =>
  before === undefined ? `${question} > ` : `${question} [${before}] > `;
