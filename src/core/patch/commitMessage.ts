import { wrapText } from './wrapText.ts';

/** What a commit message is made of. */
export interface MessageParts {
  /** With its prefix, without `[PATCH]`. */
  readonly subject: string;
  /** Why the change is needed, in the author's own words. Without it the message says missingWhy. */
  readonly why?: string;
  /** What is changed, in the imperative. */
  readonly what: string;
  readonly trailers?: readonly Trailer[];
  /** `Name <address>`: the author's own legal word. Without it the message has no sign-off. */
  readonly signOff?: string;
}

/** `Fixes: 123456789012 ("…")` */
export interface Trailer {
  readonly token: string;
  readonly value: string;
}

/** Stands where the why belongs, until its author has written it. The check refuses a patch that has this line. */
export const missingWhy = '[Missing: why is this change needed? Only its author can say that.]';

/**
 * The message as `git commit` takes it: subject, the problem, the change, the trailers. Implements
 * Documentation/process/submitting-patches.rst, "Describe your changes" and "The canonical patch format".
 */
export const commitMessage = ({ subject, why = '', what, trailers = [], signOff = '' }: MessageParts): string => {
  const paragraphs = [why.trim() === '' ? missingWhy : body(why), body(what)].filter((part) => part !== '');
  const signed = oneLine(signOff) === '' ? [] : [{ token: 'Signed-off-by', value: signOff }];
  const ends = [...trailers, ...signed].map(({ token, value }) => `${oneLine(token)}: ${oneLine(value)}`);
  const parts = [oneLine(subject), ...paragraphs, ...(ends.length > 0 ? [ends.join('\n')] : [])];
  return `${parts.join('\n\n')}\n`;
};

const body = (text: string): string =>
  wrapText(text.replace(/^(\s*\n)+/, '').trimEnd())
    .split('\n')
    .map(kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

// Here git am would end the message (mailinfo's patchbreak), or take the line for a header of the mail.
const kept = (line: string): string => (/^(---|diff -|Index: |From:|Subject:|Date:)/.test(line) ? ` ${line}` : line);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
