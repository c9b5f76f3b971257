import type { Stats } from 'node:fs';

/** How many files and bytes of paths a tree may have: address space only, memory is taken as it is used. */
const MOST_FILES = 1 << 20;
const MOST_BYTES = 1 << 26;

/** Places in the control words. */
const [PUBLISHED, CLAIMED, WALKED] = [0, 1, 2];

/** What a file was when it was scanned: times in milliseconds since 1970, size in bytes, inode. */
export const STAMP_WORDS = 4;

/** What a file is now, to be compared with what it was. */
export const stampOf = ({ ctimeMs, mtimeMs, size, ino }: Stats): number[] => [ctimeMs, mtimeMs, size, ino];

/** The memory that the main thread and the workers share. */
export interface SharedQueue {
  readonly control: Int32Array<SharedArrayBuffer>;
  /** Where each path ends in `text`. */
  readonly ends: Int32Array<SharedArrayBuffer>;
  readonly text: Uint8Array<SharedArrayBuffer>;
  /** The stamp that the cache knows of each file, zeros for a new one; the worker puts the present one in its place. */
  readonly stamps: Float64Array<SharedArrayBuffer>;
  /** 1 for a file that a worker has scanned, 0 for one that is as the cache knows it. */
  readonly scanned: Uint8Array<SharedArrayBuffer>;
  /** 1 for a file whose sites are known, so that a worker says when it is as it was. */
  readonly tell: Uint8Array<SharedArrayBuffer>;
}

export const createQueue = (): SharedQueue => ({
  control: new Int32Array(new SharedArrayBuffer(16)),
  ends: new Int32Array(new SharedArrayBuffer(4 * (MOST_FILES + 1))),
  text: new Uint8Array(new SharedArrayBuffer(MOST_BYTES)),
  stamps: new Float64Array(new SharedArrayBuffer(8 * STAMP_WORDS * MOST_FILES)),
  scanned: new Uint8Array(new SharedArrayBuffer(MOST_FILES)),
  tell: new Uint8Array(new SharedArrayBuffer(MOST_FILES)),
});

/** The side that finds files. A path is visible to workers once it is published. */
export const queueWriter = (queue: SharedQueue) => {
  let count = 0;
  return {
    push: (path: string, stamp: ArrayLike<number> | undefined): number => {
      const start = queue.ends[count] ?? 0;
      const written = Buffer.from(queue.text.buffer).write(path, start, 'utf8');
      queue.ends[count + 1] = start + written;
      if (stamp) queue.stamps.set(stamp, count * STAMP_WORDS);
      else queue.stamps.fill(0, count * STAMP_WORDS, (count + 1) * STAMP_WORDS);
      return count++;
    },
    publish: (): void => {
      Atomics.store(queue.control, PUBLISHED, count);
      Atomics.notify(queue.control, PUBLISHED);
    },
    setWalked: (walked: boolean): void => {
      Atomics.store(queue.control, WALKED, walked ? 1 : 0);
      Atomics.notify(queue.control, PUBLISHED);
    },
    count: () => count,
  };
};

/** The next file of the queue, waiting for one to be published; undefined when all have been claimed. */
export const claim = ({ control }: SharedQueue): number | undefined => {
  for (;;) {
    const published = Atomics.load(control, PUBLISHED);
    const next = Atomics.load(control, CLAIMED);
    if (next < published) {
      if (Atomics.compareExchange(control, CLAIMED, next, next + 1) === next) return next;
    } else if (Atomics.load(control, WALKED) === 1 && Atomics.load(control, PUBLISHED) === published) return undefined;
    else Atomics.wait(control, PUBLISHED, published, 20);
  }
};

export const pathAt = (queue: SharedQueue, index: number): string =>
  Buffer.from(queue.text.buffer).toString('utf8', queue.ends[index] ?? 0, queue.ends[index + 1] ?? 0);
