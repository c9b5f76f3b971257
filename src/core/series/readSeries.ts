import { readMail } from '../mail/readMail.ts';
import { splitMbox } from '../mail/splitMbox.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import { seriesOf, withoutDoubles } from './groupMails.ts';
import { isPatch } from './isPatch.ts';
import type { PatchSeries } from './patchSeries.ts';

/** A file as it was read: its bytes as characters (latin1). */
export interface SourceFile {
  readonly file: string;
  readonly source: string;
}

/** Every mail of some files, in their order. */
export const readMails = (files: readonly SourceFile[]): readonly PatchMail[] =>
  files.flatMap(({ file, source }) =>
    splitMbox(source).map((mail) => readPatchMail(readMail(mail.source, { file, at: mail.at }))),
  );

/** All patches of some files as one series, without what was answered; all mails where none is a patch. */
export const readSeries = (files: readonly SourceFile[]): PatchSeries => {
  const mails = withoutDoubles(readMails(files));
  const patches = mails.filter(isPatch);
  return seriesOf(patches.length > 0 ? patches : mails);
};
