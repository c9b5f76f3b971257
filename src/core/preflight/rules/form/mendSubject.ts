import { headerOf } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { canPut } from '../../isSourceLine.ts';
import type { Mend } from '../../rule.ts';

/** Writes another subject into the mail; none where the header is encoded, or is not what the mail's subject says. */
export const mendSubject = (patch: PatchMail, says: string, text: string): Mend | undefined => {
  const header = headerOf(patch.mail, 'Subject');
  if (header?.raw !== header?.value || header?.value.trim() !== patch.subject.text.trim()) return undefined;
  const at = header ? header.at - patch.mail.at : -1;
  const lines = patch.mail.source.slice(at, at + MOST_LINES);
  const next = lines.findIndex((line, index) => index > 0 && !/^[ \t]/.test(line));
  const own = next < 0 ? lines : lines.slice(0, next);
  const written = own.map((line) => line.trim()).join(' ');
  if (!header || folded(written) !== folded(`${header.name}: ${header.raw}`)) return undefined;
  const put = [`${header.name}: ${text}`];
  return canPut(patch.mail, put) ? { says, edits: [{ first: header.at, count: own.length, put }] } : undefined;
};

/** A subject folded over more lines than these is left to its author. */
const MOST_LINES = 20;

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
