import { Worker } from 'node:worker_threads';

/** Work that is done beside the server, in a thread with limits: whatever it is given, it stops nothing else. */
export interface OneThread<Order, Answer> {
  /** One after the other: each has the thread for itself. `broken` where that took too long or too much memory. */
  ask(order: Order): Promise<Answer | 'broken'>;
  close(): Promise<void>;
}

export interface ThreadLimits {
  /** For one order. */
  readonly patienceMs: number;
  readonly heapMb: number;
}

/** An order with its number, which the thread says with its answer. */
export interface Numbered<Order> {
  readonly number: number;
  readonly order: Order;
}

/** `program` is a file like `…Worker.ts`. The thread starts with the first order, and again after one that broke it. */
export const oneThread = <Order, Answer>(program: URL, limits: ThreadLimits): OneThread<Order, Answer> => {
  let worker: Worker | undefined;
  let number = 0;
  let before: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };
  const askNext = async (order: Order): Promise<Answer | 'broken'> => {
    worker ??= start(program, limits);
    const answer = await askWorker<Order, Answer>(worker, { number: ++number, order }, limits.patienceMs);
    if (answer === 'broken') await stop();
    return answer;
  };
  return {
    ask: async (order) => {
      const answer = before.then(async () => askNext(order));
      before = answer;
      return answer;
    },
    close: async () => {
      await before;
      await stop();
    },
  };
};

const start = (program: URL, { heapMb }: ThreadLimits): Worker => {
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  worker.unref();
  worker.on('error', () => {}); // also one that comes while it is ended
  return worker;
};

const askWorker = async <Order, Answer>(
  worker: Worker,
  numbered: Numbered<Order>,
  patience: number,
): Promise<Answer | 'broken'> => {
  const { promise, resolve } = Promise.withResolvers<Answer | 'broken'>();
  const heard = (said: { readonly number: number; readonly answer: Answer }): void => {
    if (said.number === numbered.number) resolve(said.answer);
  };
  const broken = (): void => resolve('broken');
  const timer = setTimeout(broken, patience);
  worker.on('message', heard);
  worker.once('error', broken); // out of memory
  worker.once('exit', broken);
  worker.postMessage(numbered);
  const answer = await promise;
  clearTimeout(timer);
  worker.off('message', heard);
  worker.off('error', broken);
  worker.off('exit', broken);
  return answer;
};
