import type { PatchMail } from '../../../patch/patchMail.ts';

const HARMLESS = [
  'typos?|spelling|grammar|comments?|copyright|kernel-?doc|doc(?:s|umentation)?|help text',
  'warnings?|sparse|smatch|messages?|debug prints?|build|selftests?',
  'style|indent\\w*|format\\w*|alphabetical|order(?:ing)?',
];
const NO_BUG = new RegExp(`\\b(?:${HARMLESS.join('|')})\\b`, 'i');

/** `net: foo: Fix the count`: but spelling, comments and warnings are no bugs. */
export const saysFix = (summary: string, prefix: string): boolean =>
  /^(?:fix(?:es|ed)?|prevent|avoid)\b/i.test(summary.slice(prefix.length)) && !NO_BUG.test(summary);

/** Whether a patch says that it repairs something: by its trailer or its summary's first word. */
export const isFix = ({ trailers, subject }: PatchMail): boolean =>
  trailers.some(({ token }) => /^fixes$/i.test(token)) || saysFix(subject.summary, subject.prefix);
