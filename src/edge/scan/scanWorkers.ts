import { Worker } from 'node:worker_threads';
import type { WorkerOrder, WorkerWord } from './scanWorker.ts';

export interface ScanWorkers {
  /** What the workers have said since the last call, without waiting. */
  heard(): WorkerWord[];
  /** What they say until all of them have nothing left to do. */
  untilIdle(): AsyncGenerator<WorkerWord>;
  /** There is more in the queue. */
  wake(): void;
  stop(): Promise<void>;
}

/** Workers that share one queue; an error in one of them is thrown where the words are read. */
export const startWorkers = (order: WorkerOrder, howMany: number): ScanWorkers => {
  const words: WorkerWord[] = [];
  let broken: Error | undefined;
  let idle = 0;
  let ring = Promise.withResolvers<void>();
  const extension = import.meta.url.slice(-3);
  const workers = Array.from({ length: howMany }, () => {
    const worker = new Worker(new URL(`./scanWorker${extension}`, import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    worker.on('message', (word: WorkerWord) => {
      if (word.kind === 'idle') idle++;
      else words.push(word);
      ring.resolve();
    });
    worker.on('error', (error: Error) => {
      broken = error;
      ring.resolve();
    });
    return worker;
  });
  const heard = (): WorkerWord[] => {
    if (broken) throw broken;
    return words.splice(0);
  };
  return {
    heard,
    async *untilIdle() {
      for (;;) {
        yield* heard();
        if (idle === howMany) return;
        await ring.promise;
        ring = Promise.withResolvers();
      }
    },
    wake: () => {
      idle = 0;
      for (const worker of workers) worker.postMessage('more');
    },
    stop: async () => {
      await Promise.all(workers.map(async (worker) => worker.terminate()));
    },
  };
};
