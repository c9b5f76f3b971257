import type { WaitingTime } from './queue.ts';
import { answerTime, placeWords } from './queueSentence.ts';
import type { Outcome } from './submissionState.ts';

export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

/** What came, and where it stands: whoever hands in knows at once that it arrived. */
export const receivedMail = (received: {
  readonly title: string;
  readonly attempt: number;
  readonly late: boolean;
  readonly files: readonly string[];
  readonly before: number;
  readonly waiting: WaitingTime;
}): MailWords => ({
  subject: `Received: ${received.title}, attempt ${received.attempt}`,
  text: paragraphs(
    `Attempt ${received.attempt} for “${received.title}” has arrived and is kept.`,
    received.files.length > 0 && `Its files: ${received.files.join(', ')}.`,
    received.late && 'It came after your deadline: it is marked as late, and read like any other.',
    `${placeWords(received.before)} ${answerTime(received.waiting)}`,
    'You need not wait for the answer: go on with your next task.',
  ),
});

const outcomeWords: Readonly<Record<Outcome, string>> = {
  accepted: 'is accepted',
  'changes requested': 'needs a change',
  'not yet': 'is not there yet',
};

/** A mentor's answer. */
export const answeredMail = (given: {
  readonly title: string;
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly answer: string;
  /** Why another mentor decided otherwise than the first. */
  readonly reason?: string;
}): MailWords => ({
  subject: `${given.title} ${outcomeWords[given.outcome]}`,
  text: paragraphs(
    `Attempt ${given.attempt} for “${given.title}” ${outcomeWords[given.outcome]}.`,
    given.reason !== undefined && `Another mentor has looked at it again and decided otherwise: ${given.reason}`,
    given.answer,
    given.outcome !== 'accepted' && 'Hand in another attempt when you have changed it; the former ones are kept.',
  ),
});

/** `until` is already said in the person's zone. */
export const extendedMail = (given: {
  readonly title: string;
  readonly until: string;
  readonly reason: string;
}): MailWords => ({
  subject: `More time for ${given.title}`,
  text: paragraphs(`Your own deadline for “${given.title}” is now ${given.until}.`, `Why: ${given.reason}`),
});

export const extraTaskMail = (given: {
  readonly title: string;
  readonly deadline: string;
  readonly reason: string;
}): MailWords => ({
  subject: `A task for you: ${given.title}`,
  text: paragraphs(`“${given.title}” was added for you, until ${given.deadline}.`, `Why: ${given.reason}`),
});

export const questionAnsweredMail = (given: { readonly question: string; readonly answer: string }): MailWords => ({
  subject: 'Your question is answered',
  text: paragraphs('You asked:', given.question, 'The answer:', given.answer),
});

const paragraphs = (...all: readonly (string | false)[]): string =>
  `${all.filter((one) => one !== false && one !== '').join('\n\n')}\n`;
