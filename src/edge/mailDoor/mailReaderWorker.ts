import { parentPort } from 'node:worker_threads';
import { readSentMail } from '../../core/programme/mailIn/readSentMail.ts';
import { weighMail } from '../../core/programme/mailIn/weighMail.ts';

/** A mail to weigh or to read; the answer has its number. */
export interface ReadOrder {
  readonly number: number;
  readonly todo: 'weigh' | 'read';
  readonly raw: Uint8Array;
}

parentPort?.on('message', ({ number, todo, raw }: ReadOrder) => {
  if (todo === 'weigh') parentPort?.postMessage({ number, answer: weighMail(raw) });
  else {
    readSentMail(raw).then(
      (answer) => parentPort?.postMessage({ number, answer }),
      () => parentPort?.postMessage({ number, answer: { kind: 'unreadable', because: 'damaged' } }),
    );
  }
});
