import { instantLine } from './instantWords.ts';
import { invitationMail } from './mail/invitationMail.ts';
import type { Letterhead, MailText } from './mail/letter.ts';
import { oneLine, writeLetter } from './mail/writeLetter.ts';
import { fillMailWords, type MailWords } from './mailWords.ts';

/** How long an invitation can be answered. */
export const INVITED_DAYS = 30;

export interface InvitationSaid {
  readonly term: string;
  readonly as: string;
  /** Where the address comes from. */
  readonly source: string;
  readonly until: Date;
  readonly link: string;
}

/** The mail with an invitation: in the term's own words where an organiser gave some. */
export const invitationLetter = (head: Letterhead, said: InvitationSaid, words: MailWords | undefined): MailText => {
  if (!words) return invitationMail(head, said);
  const { subject, paragraphs } = fillMailWords(words, {
    ...{ name: oneLine(head.name), term: oneLine(said.term), role: said.as, link: said.link },
    until: instantLine(said.until, head.zone, head.now),
  });
  // Whoever is written to unasked is told where their address comes from, whatever the words.
  return writeLetter(head, 'invitation', {
    subject,
    paragraphs: [...paragraphs, `Your address comes from ${oneLine(said.source)}.`],
  });
};
