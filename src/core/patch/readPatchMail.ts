import { decodeHeader } from '../mail/decodeHeader.ts';
import { headerOf, type Mail, type MailHeader, type TextLine } from '../mail/mail.ts';
import { type MailBody, mailBody } from '../mail/mailBody.ts';
import type { PatchMail, Person, SubjectLine } from './patchMail.ts';
import { peopleIn } from './peopleIn.ts';
import { readBase } from './readBase.ts';
import { readDiff } from './readDiff.ts';
import { readTrailers } from './readTrailers.ts';
import { subjectLine } from './subjectLine.ts';

/** What git am would take of a mail, and what it leaves. Never throws. */
export const readPatchMail = (mail: Mail): PatchMail => {
  const header = (name: string): string => headerOf(mail, name)?.value ?? '';
  const told = mailBody(mail.lines);
  const { message, cut, patch } = atCut(told);
  const { from: trailersFrom, trailers } = readTrailers(message);
  const { files, damage } = readDiff(patch);
  const subject = subjectOf(mail, told);
  const sender = allPeople(mail, 'from')[0] ?? { name: '', address: '' };
  return {
    mail,
    subject,
    author: told.author ?? sender,
    sender,
    inBody: told.inBody,
    to: allPeople(mail, 'to'),
    cc: allPeople(mail, 'cc'),
    messageId: idsIn(header('Message-ID'))[0] ?? '',
    inReplyTo: idsIn(header('In-Reply-To')),
    message,
    body: trimmed(message.slice(0, trailersFrom)),
    trailers,
    below: cut ? belowCut(patch, files[0]?.at) : [],
    ...(cut && { cut }),
    diff: files,
    damage,
    base: readBase(mail.lines),
    isCover: files.length === 0 && !subject.isReply && (subject.number === 0 || isCoverFile(mail.file)),
  };
};

/** A subject in the body names the commit; what stands in brackets is the header's all the same. */
const subjectOf = (mail: Mail, { inBody, subject: said }: MailBody): SubjectLine => {
  const header = headerOf(mail, 'Subject');
  const subject = subjectLine(header?.value ?? '', header?.at ?? mail.at);
  if (said === undefined) return subject;
  const line = inBody.findLast((one) => /^(?:subject:|\[PATCH\])/i.test(one.text));
  const { text, at, summary, summaryAt, prefix } = subjectLine(said, line?.at ?? subject.at);
  return { ...subject, text, at, summary, summaryAt, prefix };
};

/** `git format-patch -N` does not number the subject of its cover letter. */
const isCoverFile = (file: string): boolean => /^(?:v\d+-)?0000-/.test(file.slice(file.lastIndexOf('/') + 1));

interface Parted {
  readonly message: readonly TextLine[];
  readonly cut?: TextLine;
  readonly patch: readonly TextLine[];
}

/** The message, the `---` line where there is one, and what stands below. */
const atCut = ({ message, patch }: MailBody): Parted => {
  const [cut] = patch;
  // A cover letter may have no break at all; its signature is no part of the message.
  if (cut === undefined) return { message: trimmed(message.slice(0, signatureAt(message))), patch };
  return /^---[ \t\r]*$/.test(cut.text)
    ? { message: trimmed(message), cut, patch: patch.slice(1) }
    : { message: trimmed(message), patch };
};

const belowCut = (patch: readonly TextLine[], diffAt: number | undefined): readonly TextLine[] => {
  const end = diffAt === undefined ? signatureAt(patch) : patch.findIndex(({ at }) => at >= diffAt);
  return patch.slice(0, end);
};

const signatureAt = (lines: readonly TextLine[]): number | undefined => {
  const at = lines.findLastIndex(({ text }) => text === '-- ');
  return at < 0 ? undefined : at;
};

const trimmed = (lines: readonly TextLine[]): readonly TextLine[] => {
  const isFull = ({ text }: TextLine): boolean => /[^ \t\r]/.test(text);
  const first = lines.findIndex(isFull);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isFull) + 1);
};

const idsIn = (text: string): readonly string[] => [...text.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);

const allPeople = (mail: Mail, name: string): readonly Person[] =>
  mail.headers.filter((header) => header.name.toLowerCase() === name).flatMap(namedIn);

// A decoded name may hold commas, so what is encoded is parted first.
const namedIn = ({ raw, value }: Pick<MailHeader, 'raw' | 'value'>): readonly Person[] =>
  raw.includes('=?')
    ? peopleIn(raw).map(({ name, address }) => ({ name: decodeHeader(name), address }))
    : peopleIn(value);
