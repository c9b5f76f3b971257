import { parentPort } from 'node:worker_threads';
import { readSentMail } from '../../core/programme/mailIn/readSentMail.ts';
import { weighMail } from '../../core/programme/mailIn/weighMail.ts';
import type { Numbered } from '../oneThread.ts';

/** A mail to weigh or to read. */
export interface ReadOrder {
  readonly todo: 'weigh' | 'read';
  readonly raw: Uint8Array;
}

parentPort?.on('message', ({ number, order: { todo, raw } }: Numbered<ReadOrder>) => {
  if (todo === 'weigh') parentPort?.postMessage({ number, answer: weighMail(raw) });
  else {
    readSentMail(raw).then(
      (answer) => parentPort?.postMessage({ number, answer }),
      () => parentPort?.postMessage({ number, answer: { kind: 'unreadable', because: 'damaged' } }),
    );
  }
});
