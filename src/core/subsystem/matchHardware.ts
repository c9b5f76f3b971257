import type { Candidate } from './candidate.ts';
import { hardwareTopics } from './hardwareTopics.ts';
import { matchWord, type WordMatch } from './matchWord.ts';

/** A thing at hand against a subsystem: by what a tree calls it, else by its own name. */
export const matchHardware = (thing: string, candidate: Candidate): WordMatch => {
  const topics = hardwareTopics.filter(({ says }) => says.test(thing.toLowerCase()));
  return matchWord(thing, topics, candidate);
};
