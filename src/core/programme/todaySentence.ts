import { instantWords } from './instantWords.ts';
import { startingNumber } from './numberWords.ts';

/** The headline of a person's day. `theirs` is what is the person's to do, the most urgent first; some of it has no deadline. */
export const todaySentence = (
  theirs: readonly { readonly deadline: Date | undefined }[],
  waiting: number,
  zone: string,
  now: Date,
): string => {
  const [first] = theirs;
  if (!first) return waiting === 0 ? 'Nothing is yours to do' : 'Nothing is yours to do: it is with the mentors';
  const what = `${startingNumber(theirs.length)} ${theirs.length === 1 ? 'thing is' : 'things are'} yours to do`;
  const deadlines = theirs.flatMap(({ deadline }) => deadline ?? []);
  const due = deadlines.filter((deadline) => deadline > now);
  const soonest = due.toSorted((one, other) => one.getTime() - other.getTime())[0];
  if (!soonest) return deadlines.length === 0 ? what : `${what}, late but not lost`;
  return `${what}, ${theirs.length === 1 ? 'by' : 'the first by'} ${instantWords(soonest, zone, now).local}`;
};
