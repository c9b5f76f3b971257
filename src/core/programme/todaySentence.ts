import { instantWords } from './instantWords.ts';
import { startingNumber } from './numberWords.ts';
import type { TaskStanding } from './task.ts';

/** The headline of a person's day. `theirs` are the tasks that are the person's to do, the most urgent first. */
export const todaySentence = (
  theirs: readonly Pick<TaskStanding, 'state' | 'deadline'>[],
  waiting: number,
  zone: string,
  now: Date,
): string => {
  const [first] = theirs;
  if (!first) return waiting === 0 ? 'Nothing is yours to do' : 'Nothing is yours to do: it is with the mentors';
  const what = `${startingNumber(theirs.length)} ${theirs.length === 1 ? 'thing is' : 'things are'} yours to do`;
  const due = theirs.map(({ deadline }) => deadline).filter((deadline) => deadline > now);
  const soonest = due.toSorted((one, other) => one.getTime() - other.getTime())[0];
  if (!soonest) return `${what}, late but not lost`;
  return `${what}, ${theirs.length === 1 ? 'by' : 'the first by'} ${instantWords(soonest, zone, now).local}`;
};
