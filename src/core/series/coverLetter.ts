import type { TextLine } from '../mail/mail.ts';
import { readMail } from '../mail/readMail.ts';
import { bytesOf } from '../mail/textOf.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import { notesIn } from './changelog.ts';
import { wordsEnd } from './wordsEnd.ts';

/** The person's own words of a cover letter, each empty where a tool's words still wait to be replaced. */
export interface CoverLetter {
  readonly subject: string;
  readonly blurb: string;
}

/** Reads a cover letter as git format-patch, b4 or we wrote it; the notes on versions are read by readNotes(). */
export const readCover = ({ subject, message }: PatchMail): CoverLetter =>
  coverOf(
    subject.summary,
    notesIn(textsOf(message)).others.filter((line) => !OF_B4.test(line)),
  );

const textsOf = (lines: readonly TextLine[]): readonly string[] => lines.map(({ text }) => text);

/**
 * A person's file, or what they wrote in an editor: the subject, and all the rest below it. Lines that begin with # are
 * left out, as git leaves them out of a message. A mail of git format-patch is read as one.
 */
export const coverFromText = (text: string): CoverLetter => {
  if (/^(?:From [0-9a-f]{40,64} |(?:From|Subject|Date|Message-ID): )/i.test(text)) {
    const { subject, message } = readPatchMail(readMail(bytesOf(text), { file: '', at: 1 }));
    const lines = textsOf(message);
    return coverOf(subject.summary, lines.slice(0, wordsEnd(lines)));
  }
  const lines = text.split(/\r?\n/).filter((line) => !line.startsWith('#'));
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? { subject: '', blurb: '' } : coverOf(lines[first] ?? '', lines.slice(first + 1));
};

const PLACEHOLDER = /\*\*\* (?:SUBJECT|BLURB) HERE \*\*\*|\bEDITME\b/;

/** What b4 keeps in a cover letter for itself: who gets it, and the sender's sign-off. */
const OF_B4 = /^(?:signed-off-by|to|cc): .{0,300}@/i;

const coverOf = (subject: string, lines: readonly string[]): CoverLetter => {
  const title = subject.trim();
  return {
    subject: PLACEHOLDER.test(title) ? '' : title,
    blurb: paragraphs(lines)
      .filter((paragraph) => !PLACEHOLDER.test(paragraph))
      .join('\n\n'),
  };
};

const paragraphs = (lines: readonly string[]): readonly string[] => {
  const all: string[][] = [[]];
  for (const line of lines.map((one) => one.trimEnd())) {
    if (line === '') all.push([]);
    else all.at(-1)?.push(line);
  }
  return all.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join('\n'));
};
