import type { Letterhead, MailText } from './letter.ts';
import { wrapText } from './wrapText.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

export type SubmissionAnswer = 'accepted' | 'changes requested' | 'not yet';

/** A mentor's answer to a submission. */
export const submissionAnsweredMail = (
  head: Letterhead,
  words: {
    readonly task: string;
    readonly answer: SubmissionAnswer;
    /** What the mentor wrote, as they wrote it. */
    readonly remarks: string;
    readonly by: string;
    readonly link: string;
  },
): MailText =>
  writeLetter(head, 'submission-answered', {
    subject: `${SAID[words.answer].subject}: ${words.task}`,
    paragraphs: [
      `${oneLine(words.by)} has looked at your submission for "${oneLine(words.task)}". ${SAID[words.answer].sentence}`,
      ...(words.remarks.trim() === '' ? [] : [quoted(words.remarks)]),
      `All of it, and where to go on: ${words.link}`,
    ],
  });

const SAID: { readonly [Answer in SubmissionAnswer]: { readonly subject: string; readonly sentence: string } } = {
  accepted: { subject: 'Accepted', sentence: 'It is accepted.' },
  'changes requested': {
    subject: 'Changes requested',
    sentence: 'It is on the right way; some changes are asked for before it is accepted.',
  },
  'not yet': {
    subject: 'Not yet',
    sentence: 'It is not there yet. You can send another attempt; every attempt is kept.',
  },
};

/**
 * Indented, so that nothing in it can look like the programme's own words or like a signature. What begins with a letter
 * is wrapped; code, diffs and quotes stay as they are.
 */
const quoted = (text: string): string =>
  text
    .trimEnd()
    .split(/\r?\n|\u2028|\u2029/)
    .map((line) => line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' '))
    .flatMap((line) => (/^\p{L}/u.test(line) ? wrapText(line, 68).split('\n') : [line]))
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
