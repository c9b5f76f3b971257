import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { applicationAcceptedMail } from './applicationAcceptedMail.ts';
import { applicationDeclinedMail } from './applicationDeclinedMail.ts';
import { applicationReceivedMail } from './applicationReceivedMail.ts';
import { applicationWaitingMail } from './applicationWaitingMail.ts';
import { deadlineReminderMail } from './deadlineReminderMail.ts';
import { digestMail } from './digestMail.ts';
import { invitationMail } from './invitationMail.ts';
import type { Letterhead, MailText } from './letter.ts';
import { isOneLine } from './mailOut.ts';
import { mailRefusedMail } from './mailRefusedMail.ts';
import { signInMail } from './signInMail.ts';
import { submissionAnsweredMail } from './submissionAnsweredMail.ts';
import { submissionReceivedMail } from './submissionReceivedMail.ts';
import { taskReleasedMail } from './taskReleasedMail.ts';

const now = new Date('2026-12-01T09:30:00Z');
const head: Letterhead = {
  programme: 'Kernel mentorship',
  name: 'Łucja Größe',
  wishesAt: 'https://mentors.example/me/mails',
  zone: 'Europe/Warsaw',
  now,
};

const link = 'https://mentors.example/me';
const soon = new Date('2026-12-03T13:30:00Z');
const sentence =
  'Your patch for the staging driver shows that you read before you change, and I would like to see you again.';

const remarks = `${sentence}\n\n+\tif (ret < 0)\n+\t\tgoto out; /* a line of code that is longer than a mail's lines, kept as it is */`;
const said = { term: 'Spring 2027', task: 'A custom module', by: 'Ada Made', text: sentence };

/** Every mail of the programme, with what people give put in from outside. */
const letters = (head: Letterhead, said: { term: string; task: string; by: string; text: string }): readonly (readonly [string, MailText])[] => [
  ['sign-in', signInMail(head, { link: `${link}/in/abc`, until: new Date(now.getTime() + 600_000) })],
  ['application received', applicationReceivedMail(head, { term: said.term, at: now, link, next: 'The window closes in ten days; reading begins after it, and you will know by 20 January.' })],
  ['accepted', applicationAcceptedMail(head, { term: said.term, begins: new Date('2027-03-01T00:00:00Z'), answerBy: soon, sentence: said.text, link })],
  ['declined', applicationDeclinedMail(head, { term: said.term, sentence: said.text, remains: ['the tasks that you have begun, and their answers', said.by, 'the next window, in August 2027'], link })],
  ['waiting list', applicationWaitingMail(head, { term: said.term, knownBy: soon, sentence: said.text, link })],
  ['submission received', submissionReceivedMail(head, { task: said.task, at: now, attempt: 2, place: 7, wait: 'about 3 days', isLate: true, link })],
  ['accepted submission', submissionAnsweredMail(head, { task: said.task, answer: 'accepted', remarks: '', by: said.by, link })],
  ['changes requested', submissionAnsweredMail(head, { task: said.task, answer: 'changes requested', remarks: `${said.text}\n\n-- \nnot the end`, by: said.by, link })],
  ['not yet', submissionAnsweredMail(head, { task: said.task, answer: 'not yet', remarks: `${said.text}\n${remarks}`, by: said.by, link })],
  ['task released', taskReleasedMail(head, { term: said.term, task: said.task, due: soon, link })],
  ['reminder', deadlineReminderMail(head, { term: said.term, task: said.task, due: soon, link })],
  ['invitation', invitationMail(head, { term: said.term, as: 'mentor', source: said.by, until: soon, link })],
  ['mail refused', mailRefusedMail(head, { subject: said.task, because: 'it has an HTML part.', howToMend: ['Send it again.'] })],
  ['digest', digestMail(head, { mails: [{ subject: 'One', text: 'Hello A,\n\none\n\n-- \nfoot\n' }, { subject: said.task, text: 'two\n' }] })],
]; // biome-ignore format: a line each

const golden = new URL('../../../../test/data/programme/letters.txt', import.meta.url);

test('every letter reads as the file with all of them', () => {
  const written = letters(head, said)
    .map(([name, { subject, text }]) => `==== ${name}\nSubject: ${subject}\n\n${text}`)
    .join('\n');
  if (process.argv.includes('--update')) writeFileSync(golden, written);
  assert.equal(written, readFileSync(golden, 'utf8'));
});

describe('whatever people are called and write', () => {
  const evil = 'Eve\r\nBcc: all@made.example\r\n\r\nHello\u2028<b>x</b>\u0000';
  for (const [name, mail] of letters(
    { ...head, name: evil, programme: evil },
    { term: evil, task: evil, by: evil, text: evil },
  )) {
    test(`${name}: its subject is one line, and no line begins with what they wrote`, () => {
      assert.ok(isOneLine(mail.subject));
      assert.doesNotMatch(mail.text, /^Bcc:/m);
      assert.equal(mail.text.split('\n').filter((line) => line === '-- ').length, 1);
    });
  }
});

test('no line has more than 72 columns but for a word that is longer', () => {
  for (const [name, { text }] of letters(head, said))
    for (const line of text.split('\n'))
      assert.ok(line.length <= 72 || !line.trim().includes(' ') || line.startsWith('    +'), `${name}: ${line}`);
});
