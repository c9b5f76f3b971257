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

// Git's own, or any that stands at the top or below an empty line; what follows has to be a header.
const SEPARATOR = /(?:(?<=\n)From [0-9a-f]{40,64} |(?<=^|\n\r?\n)From \S+ )[^\n]*\d{2}:\d{2}:\d{2}[^\n]*\n(?=[\w-]+:)/g;

/** The mails of an mbox, or the one of a patch file. */
export const splitMails = (text: string): readonly PatchMail[] => {
  const starts = [...text.matchAll(SEPARATOR)].map(({ index }) => index);
  const cuts = starts[0] === 0 ? starts : [0, ...starts];
  return cuts
    .map((start, at) => readMail(text.slice(start, cuts[at + 1])))
    .filter(({ text: mail }) => mail.trim() !== '');
};

const readMail = (text: string): PatchMail => {
  const head = text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/)) || undefined);
  const subject = (/^Subject:[ \t]*((?:.|\r?\n[ \t])*)/im.exec(head)?.[1] ?? '').replace(/\r?\n[ \t]+/g, ' ').trim();
  return { text, subject, isCover: /^\[[^\]]*\b0+\/\d+\]/.test(subject) && !/^diff --git /m.test(text) };
};
