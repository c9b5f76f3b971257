import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** That a task can be read now. Its words are not in the mail: they are for whoever has reached it, signed in. */
export const taskReleasedMail = (
  head: Letterhead,
  words: { readonly term: string; readonly task: string; readonly due?: Date; readonly link: string },
): MailText =>
  writeLetter(head, 'task-released', {
    subject: `A new task: ${words.task}`,
    paragraphs: [
      `In ${oneLine(words.term)} there is a new task for you: "${oneLine(words.task)}".`,
      ...(words.due === undefined ? [] : [`Its deadline: ${instantLine(words.due, head.zone, head.now)}.`]),
      `Read it here: ${words.link}`,
    ],
  });
