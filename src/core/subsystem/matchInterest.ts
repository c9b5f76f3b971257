import type { Candidate } from './candidate.ts';
import { interestTopics, type Topic } from './interestTopics.ts';
import { matchWord, type WordMatch } from './matchWord.ts';

/** An interest against a subsystem. */
export const matchInterest = (words: string, candidate: Candidate): WordMatch =>
  matchWord(words, topicsOf(words), candidate);

/** `file systems` is one topic, `embedded audio` are two. */
const topicsOf = (words: string): readonly Topic[] => {
  const whole = words.toLowerCase();
  const asked = [whole, ...whole.split(/\s+/)];
  return interestTopics.filter(({ says }) => asked.some((word) => says.test(word)));
};
