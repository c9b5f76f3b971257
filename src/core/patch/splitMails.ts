import { splitMbox } from '../mail/splitMbox.ts';

/** One mail of a patch file, as far as its headers tell. */
export interface PatchMail {
  /** Its lines, with the separator line. */
  readonly text: string;
  /** The header as it stands there, on one line; empty where there is none. */
  readonly subject: string;
  /** `[PATCH 0/3]`: it has no diff, and goes to all who get one. */
  readonly isCover: boolean;
}

/** Whether a file is a patch rather than source: by its name, or by how it begins. */
export const looksLikePatch = (name: string, text: string): boolean =>
  /\.(?:patch|diff|mbox|mbx|eml)$/i.test(name)
  || /^(?:From [0-9a-f]{40,64} |diff --git |--- (?:a\/|\/dev\/null))/.test(text)
  || (/^(?:From|Subject|Date|Message-I[Dd]|Return-Path|Received|Delivered-To|X-[\w-]+|MIME-Version): /.test(text)
    && hasDiff(text));

/** Whether there is something in it that says which files it changes. */
export const hasDiff = (text: string): boolean => /^(?:diff --git |--- \S|\+\+\+ \S|rename (?:from|to) )/m.test(text);

/** The mails of an mbox as git mailsplit parts them, or the one of a patch file; bytes as characters (latin1). */
export const splitMails = (text: string): readonly PatchMail[] =>
  splitMbox(text)
    .map(({ source }) => readMail(source))
    .filter(({ text: mail }) => mail.trim() !== '');

const readMail = (text: string): PatchMail => {
  const head = text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/)) || undefined);
  const subject = (/^Subject:[ \t]*((?:.|\r?\n[ \t])*)/im.exec(head)?.[1] ?? '').replace(/\r?\n[ \t]+/g, ' ').trim();
  return { text, subject, isCover: /^\[[^\]]*\b0+\/\d+\]/.test(subject) && !/^diff --git /m.test(text) };
};
