import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { canPut, isSourceLine } from '../../isSourceLine.ts';
import type { Mend } from '../../rule.ts';

/** Other text for some lines of a mail; none where one of them stands encoded in the file, so that no machine may. */
export const editLines = (
  patch: PatchMail,
  says: string,
  changes: readonly { readonly line: TextLine; readonly put: readonly string[] }[],
): { readonly mend: Mend } | undefined =>
  changes.every(({ line, put }) => isSourceLine(patch.mail, line) && canPut(patch.mail, put))
    ? { mend: { says, edits: changes.map(({ line, put }) => ({ first: line.at, count: 1, put: put.map(withoutCr) })) } }
    : undefined;

/** The file's own line ends are put back when it is written. */
const withoutCr = (text: string): string => text.replace(/\r$/, '');
