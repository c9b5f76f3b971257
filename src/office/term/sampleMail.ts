import type { BatchDecision } from '../../core/programme/batch.ts';
import { decisionLetter } from '../../core/programme/decisionLetter.ts';
import { INVITED_DAYS, invitationLetter } from '../../core/programme/invitationLetter.ts';
import type { MailText } from '../../core/programme/mail/letter.ts';
import type { MailWords, WordedMail } from '../../core/programme/mailWords.ts';
import { letterheadOf } from '../letterheadOf.ts';
import type { Office } from '../office.ts';
import type { Term } from './readTerms.ts';

const decisions: Readonly<Record<Exclude<WordedMail, 'invitation'>, BatchDecision>> = {
  'application-accepted': 'accept',
  'application-declined': 'decline',
  'application-waiting': 'put on the waiting list',
};

/** A mail of a term as somebody would get it who is not there. */
export const sampleMail = (
  office: Pick<Office, 'address' | 'now'>,
  term: Term,
  mail: WordedMail,
  words: MailWords | undefined,
): MailText => {
  const now = office.now();
  const head = letterheadOf(office, term.programme.name, { name: 'Ada Made', zone: term.zone }, now);
  const named = `${term.programme.name}, ${term.name}`;
  const at = `${office.address}/${term.programme.slug}/${term.slug}`;
  if (mail === 'invitation') {
    const until = new Date(now.getTime() + INVITED_DAYS * 86_400_000);
    return invitationLetter(
      head,
      { term: named, as: 'mentor', source: 'an organiser of the term', until, link: at },
      words,
    );
  }
  const sentence = '(Here stands the sentence for this person alone.)';
  const said = { decision: decisions[mail], term: named, starts: term.startsAt, sentence, link: `${at}/application` };
  return decisionLetter(head, said, words);
};
