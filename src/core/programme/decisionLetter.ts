import type { BatchDecision } from './batch.ts';
import { instantLine } from './instantWords.ts';
import { applicationAcceptedMail } from './mail/applicationAcceptedMail.ts';
import { applicationDeclinedMail } from './mail/applicationDeclinedMail.ts';
import { applicationWaitingMail } from './mail/applicationWaitingMail.ts';
import type { Letterhead, MailText } from './mail/letter.ts';
import { oneLine, writeLetter } from './mail/writeLetter.ts';
import { fillMailWords, type MailWords, type WordedMail } from './mailWords.ts';

export const decisionMail = {
  accept: 'application-accepted',
  decline: 'application-declined',
  'put on the waiting list': 'application-waiting',
} as const satisfies Readonly<Record<BatchDecision, WordedMail>>;

export interface DecisionSaid {
  readonly decision: BatchDecision;
  /** Programme and term. */
  readonly term: string;
  readonly starts: Date;
  /** For this person alone; empty where none was written. */
  readonly sentence: string;
  readonly link: string;
}

/** What stays open to whoever was declined; said in the mail and on their page. */
const remains = [
  'the tasks that you did are yours, and can be shown elsewhere',
  'the kernel’s documents, its mailing lists and its bugs are open to everybody',
  'you can apply again when the next term is announced',
];

/** The mail with a decision: in the term's own words where an organiser gave some. */
export const decisionLetter = (head: Letterhead, said: DecisionSaid, words: MailWords | undefined): MailText => {
  const { decision, term, starts, link } = said;
  const sentence = oneLine(said.sentence);
  if (words) {
    const filled = fillMailWords(words, {
      ...{ name: oneLine(head.name), term: oneLine(term), sentence, link },
      starts: instantLine(starts, head.zone, head.now),
    });
    return writeLetter(head, decisionMail[decision], filled);
  }
  const personal = sentence === '' ? {} : { sentence };
  switch (decision) {
    case 'accept':
      return applicationAcceptedMail(head, { term, begins: starts, link, ...personal });
    case 'decline':
      return applicationDeclinedMail(head, { term, sentence, remains, link });
    case 'put on the waiting list':
      return applicationWaitingMail(head, { term, knownBy: starts, link, ...personal });
    default:
      return decision satisfies never;
  }
};
