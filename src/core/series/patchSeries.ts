import type { PatchMail } from '../patch/patchMail.ts';

/** A cover letter and its patches, or one patch, as one person sends them in one go. */
export interface PatchSeries {
  readonly version: number;
  readonly cover?: PatchMail;
  /** By their numbers, else as they came. */
  readonly patches: readonly PatchMail[];
  /** The cover and the patches, in the order in which they would be read. */
  readonly mails: readonly PatchMail[];
  /** What the subjects say (`n/7`); none where nothing is numbered. */
  readonly total?: number;
}

/** Whether a mail of it is marked as a request for comments. */
export const isRfc = ({ mails }: Pick<PatchSeries, 'mails'>): boolean => mails.some(({ subject }) => subject.isRfc);

/** Whether a mail of it is marked as sent again. */
export const isResend = ({ mails }: Pick<PatchSeries, 'mails'>): boolean =>
  mails.some(({ subject }) => subject.isResend);
