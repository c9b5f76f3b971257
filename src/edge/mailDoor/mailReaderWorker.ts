import { parentPort } from 'node:worker_threads';
import { readSentMail } from '../../core/programme/mailIn/readSentMail.ts';

/** A mail to read; the answer has its number. */
export interface ReadOrder {
  readonly number: number;
  readonly raw: Uint8Array;
}

parentPort?.on('message', ({ number, raw }: ReadOrder) => {
  readSentMail(raw).then(
    (mail) => parentPort?.postMessage({ number, mail }),
    () => parentPort?.postMessage({ number, mail: { kind: 'unreadable', because: 'damaged' } }),
  );
});
