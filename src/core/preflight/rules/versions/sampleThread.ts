import { readMail } from '../../../mail/readMail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { readPatchMail } from '../../../patch/readPatchMail.ts';
import { readSeries } from '../../../series/readSeries.ts';
import { readThread } from '../../../series/readThread.ts';
import type { Thread } from '../../../series/thread.ts';
import { type Known, known } from '../../known.ts';
import type { Sample } from '../../sample.ts';
import { writeSample } from '../../writeSample.ts';

/**
 * The thread of an example: mails sent before `of`, read as the real ones are. Used by examples only, behind a getter,
 * so that nothing is read where no example is checked.
 */
export const sampleThread = (sent: readonly Sample[], of: Sample | readonly Sample[]): Known<Thread> => {
  const mails = sent.map((sample, index) =>
    readPatchMail(readMail(writeSample(sample, 100 + index), { file: 'thread.mbox', at: 1 })),
  );
  const given = Array.isArray(of) ? (of as readonly Sample[]) : [of as Sample];
  const source = given.map((sample, index) => writeSample(sample, index)).join('');
  return known(readThread(mails, readSeries([{ file: 'given.mbox', source }]), patchId));
};

const patchId = ({ diff }: PatchMail): string =>
  diff.flatMap(({ hunks }) => hunks.flatMap(({ lines }) => lines.map(({ mark, text }) => mark + text))).join('\n');

/** A mail that answers another, for a thread. */
export const sampleReply = (to: string, text: string, from = 'Bo Other <bo@other.example>'): Sample => ({
  from,
  subject: 'Re: [PATCH] mm: slub: Count the objects once',
  headers: { 'In-Reply-To': `<${to}>` },
  body: text,
  trailers: [],
  diff: '',
});
