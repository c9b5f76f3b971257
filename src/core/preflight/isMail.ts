import { headerOf } from '../mail/mail.ts';
import type { PatchMail } from '../patch/patchMail.ts';

/** Whether somebody made a mail of it: what `git diff` or `git show` prints has neither an author nor a subject. */
export const isMail = ({ mail }: Pick<PatchMail, 'mail'>): boolean =>
  headerOf(mail, 'From') !== undefined || headerOf(mail, 'Subject') !== undefined;
