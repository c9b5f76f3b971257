import { Worker } from 'node:worker_threads';
import type { MailBreach } from '../../core/programme/mailIn/mailLimits.ts';
import type { ReadMail } from '../../core/programme/mailIn/sentMail.ts';
import type { ReadOrder } from './mailReaderWorker.ts';

/** Reads mails in a thread of its own, so that none can stop the server, whatever it is made of. */
export interface MailReader {
  /** What of the limits it is over; `broken` where that took too long. */
  weigh(raw: Uint8Array): Promise<MailBreach | 'broken' | undefined>;
  /** Never throws: a mail that takes too long or too much memory is unreadable. */
  read(raw: Uint8Array): Promise<ReadMail>;
  close(): Promise<void>;
}

/** `patience` in ms for one mail; the thread starts with the first, and again after one that broke it. */
export const openMailReader = ({ patience = 10_000 }: { readonly patience?: number } = {}): MailReader => {
  let worker: Worker | undefined;
  let number = 0;
  let before: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };
  const askNext = async <A>(todo: ReadOrder['todo'], raw: Uint8Array): Promise<A | 'broken'> => {
    worker ??= startWorker();
    const answer = await ask<A>(worker, { number: ++number, todo, raw }, patience);
    if (answer === 'broken') await stop();
    return answer;
  };
  // One after the other: each has the thread for itself.
  const inTurn = async <A>(todo: ReadOrder['todo'], raw: Uint8Array): Promise<A | 'broken'> => {
    const answer = before.then(async () => askNext<A>(todo, raw));
    before = answer;
    return answer;
  };
  return {
    weigh: async (raw) => inTurn<MailBreach | undefined>('weigh', raw),
    read: async (raw) => {
      const read = await inTurn<ReadMail>('read', raw);
      return read === 'broken' ? { kind: 'unreadable', because: 'too slow' } : read;
    },
    close: async () => {
      await before;
      await stop();
    },
  };
};

const startWorker = (): Worker => {
  const extension = import.meta.url.slice(-3);
  const worker = new Worker(new URL(`./mailReaderWorker${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.unref();
  worker.on('error', () => {}); // also one that comes while it is ended
  return worker;
};

const ask = async <A>(worker: Worker, order: ReadOrder, patience: number): Promise<A | 'broken'> => {
  const { promise, resolve } = Promise.withResolvers<A | 'broken'>();
  const heard = (said: { readonly number: number; readonly answer: A }): void => {
    if (said.number === order.number) resolve(said.answer);
  };
  const broken = (): void => resolve('broken');
  const timer = setTimeout(broken, patience);
  worker.on('message', heard);
  worker.once('error', broken); // out of memory
  worker.once('exit', broken);
  worker.postMessage(order);
  const read = await promise;
  clearTimeout(timer);
  worker.off('message', heard);
  worker.off('error', broken);
  worker.off('exit', broken);
  return read;
};
