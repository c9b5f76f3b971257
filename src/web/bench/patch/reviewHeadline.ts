import { capital } from '../../../core/capital.ts';
import { counted } from '../../../core/counted.ts';
import type { Review, SaidProblem } from './gatherReview.ts';

/** What the gate says, in one sentence. */
export const reviewHeadline = ({ verdict, problems }: Pick<Review, 'verdict' | 'problems'>): string => {
  const counting = problems.filter(({ turnedOff }) => turnedOff === undefined);
  const count = (severity: SaidProblem['severity']): number =>
    counting.filter((one) => one.severity === severity).length;
  const [errors, warnings, questions] = [count('error'), count('warning'), count('note')];
  if (errors > 0) return `${capital(counted(errors, 'error'))} would come back from a maintainer`;
  if (verdict === 'unknown') return 'Not everything could be looked at';
  if (warnings > 0) return `No error, but ${counted(warnings, 'warning')}`;
  if (questions > 0) return `Nothing is wrong, and ${counted(questions, 'question')} would be asked`;
  return 'It holds: nothing would come back';
};
