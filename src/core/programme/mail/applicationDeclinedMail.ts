import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** A decline: kind, with one sentence that a person wrote for this person, and with what remains open. */
export const applicationDeclinedMail = (
  head: Letterhead,
  words: {
    readonly term: string;
    /** By whoever decided, for this person alone; never left out. */
    readonly sentence: string;
    /** What is open to them all the same: tasks to finish, public documents, the next window. */
    readonly remains: readonly string[];
    readonly link: string;
  },
): MailText =>
  writeLetter(head, 'application-declined', {
    subject: `Your application to ${words.term}`,
    paragraphs: [
      `We cannot offer you a place in ${oneLine(words.term)}. There were more good applications than we can mentor `
        + 'well, and a person, not a machine, took this decision.',
      oneLine(words.sentence),
      `What remains open to you:\n\n${words.remains.map((one) => `- ${oneLine(one)}`).join('\n')}`,
      `Your application, who read it, how long we keep it, and how to have it deleted now: ${words.link}`,
    ],
  });
