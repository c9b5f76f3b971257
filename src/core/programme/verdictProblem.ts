import type { Outcome } from './submissionState.ts';

export const ANSWER_LIMIT = 20_000;

/** What is missing in a verdict; undefined when it can be given. Whoever is not through is told what to mend. */
export const verdictProblem = (outcome: Outcome, answer: string): string | undefined => {
  if (outcome !== 'accepted' && answer.trim() === '') return 'Say what is missing, and what to do next.';
  return answer.length > ANSWER_LIMIT ? `The answer has more than ${ANSWER_LIMIT} characters.` : undefined;
};
