import type { Judged } from '../evidence/evidence.ts';
import { machineAnswer } from '../evidence/machineAnswer.ts';
import type { Verdict } from '../verdict.ts';
import type { MailWords } from './receivedMail.ts';

/** What the machine saw at once of something that a mentor has the word on. */
export const lookedMail = (given: {
  readonly title: string;
  readonly attempt: number;
  readonly outcome: Verdict;
  readonly judged: readonly Judged[];
}): MailWords => {
  const { title, attempt, outcome, judged } = given;
  const saw =
    outcome === 'holds'
      ? 'all that the task asks for holds. A mentor has the word on it.'
      : 'it could not see all of it. A mentor weighs what is below; you can also hand in again.';
  const answer = outcome === 'holds' ? '' : machineAnswer(judged);
  return {
    subject: `Looked at: ${title}, attempt ${attempt}`,
    text: [`The machine has looked at attempt ${attempt} for “${title}”: ${saw}`, answer]
      .filter((one) => one !== '')
      .join('\n\n'),
  };
};
