import type { MailBreach } from '../../core/programme/mailIn/mailLimits.ts';
import type { ReadMail } from '../../core/programme/mailIn/sentMail.ts';
import { oneThread } from '../oneThread.ts';
import type { ReadOrder } from './mailReaderWorker.ts';

/** Reads mails in a thread of its own, so that none can stop the server, whatever it is made of. */
export interface MailReader {
  /** What of the limits it is over; `broken` where that took too long. */
  weigh(raw: Uint8Array): Promise<MailBreach | 'broken' | undefined>;
  /** Never throws: a mail that takes too long or too much memory is unreadable. */
  read(raw: Uint8Array): Promise<ReadMail>;
  close(): Promise<void>;
}

/** `patience` in ms for one mail. */
export const openMailReader = ({ patience = 10_000 }: { readonly patience?: number } = {}): MailReader => {
  const program = new URL(`./mailReaderWorker${import.meta.url.slice(-3)}`, import.meta.url);
  const thread = oneThread<ReadOrder, unknown>(program, { patienceMs: patience, heapMb: 256 });
  return {
    weigh: async (raw) => (await thread.ask({ todo: 'weigh', raw })) as MailBreach | 'broken' | undefined,
    read: async (raw) => {
      const read = (await thread.ask({ todo: 'read', raw })) as ReadMail | 'broken';
      return read === 'broken' ? { kind: 'unreadable', because: 'too slow' } : read;
    },
    close: thread.close,
  };
};
