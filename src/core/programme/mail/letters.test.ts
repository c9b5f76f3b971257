import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { answeredMail } from '../receivedMail.ts';
import { applicationAcceptedMail } from './applicationAcceptedMail.ts';
import { applicationDeclinedMail } from './applicationDeclinedMail.ts';
import { applicationReceivedMail } from './applicationReceivedMail.ts';
import { applicationWaitingMail } from './applicationWaitingMail.ts';
import { deadlineReminderMail } from './deadlineReminderMail.ts';
import { digestMail } from './digestMail.ts';
import { invitationMail } from './invitationMail.ts';
import type { Letterhead, MailText } from './letter.ts';
import type { MailKind } from './mailKind.ts';
import { isOneLine } from './mailOut.ts';
import { mailRefusedMail } from './mailRefusedMail.ts';
import { signInMail } from './signInMail.ts';
import { taskReleasedMail } from './taskReleasedMail.ts';
import { writeLetter } from './writeLetter.ts';

const now = new Date('2026-12-01T09:30:00Z');
const head: Letterhead = {
  ...{ programme: 'Kernel mentorship', name: 'Łucja Größe', wishesAt: 'https://mentors.example/me/mails' },
  ...{ zone: 'Europe/Warsaw', now },
};
const link = 'https://mentors.example/me';
const due = new Date('2026-12-03T13:30:00Z');
const sentence =
  'Your patch for the staging driver shows that you read before you change, and I would like to see you again.';
const code = '+\tif (ret < 0)\n+\t\tgoto out; /* a line of code that is longer than a line of a mail, kept as it is */';
const said = { term: 'Spring 2027', task: 'A custom module', by: 'the list of the portal', text: sentence };

/** The mails of the programme, with what people give put in from outside. */
const letters = (
  head: Letterhead,
  { term, task, by, text }: typeof said,
): readonly (readonly [MailKind, MailText])[] => {
  const answered = answeredMail({
    ...{ title: task, attempt: 2, outcome: 'changes requested', answer: `${text}\n\n${code}\n-- \nnot the end` },
  });
  const begins = new Date('2027-03-01T00:00:00Z');
  const remains = ['the tasks that you have begun', by];
  return [
    ['sign-in', signInMail(head, { link: `${link}/in/abc`, until: new Date(now.getTime() + 600_000) })],
    [
      'application-received',
      applicationReceivedMail(head, { term, at: now, link, next: 'You will know by 20 January.' }),
    ],
    ['application-accepted', applicationAcceptedMail(head, { term, begins, answerBy: due, sentence: text, link })],
    ['application-declined', applicationDeclinedMail(head, { term, sentence: text, remains, link })],
    ['application-waiting', applicationWaitingMail(head, { term, knownBy: due, sentence: text, link })],
    [
      'submission-answered',
      writeLetter(head, 'submission-answered', { ...answered, paragraphs: answered.text.trim().split(/\n{2,}/) }),
    ],
    ['task-released', taskReleasedMail(head, { term, task, due, link })],
    ['deadline-reminder', deadlineReminderMail(head, { term, task, due, link })],
    ['invitation', invitationMail(head, { term, as: 'mentor', source: by, until: due, link })],
    [
      'mail-refused',
      mailRefusedMail(head, { subject: task, because: 'it has an HTML part.', howToMend: ['Send it again.'] }),
    ],
    [
      'digest',
      digestMail(head, {
        mails: [
          { subject: 'One', text: 'Hello A,\n\none\n\n-- \nfoot\n' },
          { subject: task, text: `${text}\n` },
        ],
      }),
    ],
  ];
};

const golden = new URL('../../../../test/data/programme/letters.txt', import.meta.url);

test('every letter reads as the file with all of them', () => {
  const written = letters(head, said)
    .map(([kind, { subject, text }]) => `==== ${kind}\nSubject: ${subject}\n\n${text}`)
    .join('\n');
  if (process.argv.includes('--update')) writeFileSync(golden, written);
  assert.equal(written, readFileSync(golden, 'utf8'));
});

describe('whatever people are called and write', () => {
  const evil = 'Eve\r\nBcc: all@made.example\r\n\r\nHello\u2028<b>x</b>\u0000';
  for (const [kind, mail] of letters(
    { ...head, name: evil, programme: evil },
    { term: evil, task: evil, by: evil, text: 'a\n-- \nb' },
  )) {
    test(`${kind}: its subject is one line, and it has one signature`, () => {
      assert.ok(isOneLine(mail.subject));
      assert.equal(mail.text.split('\n').filter((line) => line === '-- ').length, 1);
    });
  }
});

test('no line of words has more than 72 columns', () => {
  for (const [kind, { text }] of letters(head, said))
    for (const line of text.split('\n'))
      assert.ok(line.length <= 72 || line.startsWith('+') || !line.includes(' '), `${kind}: ${line}`);
});
