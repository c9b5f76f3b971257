import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { ALLOCATOR_WORDS } from '../../core/finding/allocators.ts';
import type { Site } from '../../core/finding/site.ts';
import type { Workshop } from '../../core/finding/sitesIn.ts';
import { createFileReader } from '../treeSources.ts';
import { claim, pathAt, type SharedQueue, STAMP_WORDS, stampOf } from './pathQueue.ts';

/** What a worker is started with. */
export interface WorkerOrder {
  readonly tree: string;
  readonly queue: SharedQueue;
  /** Files whose change is not older than this are looked at again: clocks of file systems are coarse. */
  readonly trustedUntil: number;
}

/** What a worker says. Of files without sites it says nothing; `same` is one whose sites are known. */
export type WorkerWord =
  | { readonly kind: 'same'; readonly index: number }
  | { readonly kind: 'scanned'; readonly index: number; readonly sites: readonly Site[]; readonly beyond: boolean }
  | { readonly kind: 'unreadable'; readonly index: number; readonly code: string }
  | { readonly kind: 'idle' };

const { tree, queue, trustedUntil } = workerData as WorkerOrder;
const read = createFileReader(ALLOCATOR_WORDS);
let workshop: Promise<{ open: Workshop; scan: typeof import('../../core/finding/sitesIn.ts').sitesIn }> | undefined;

const say = (word: WorkerWord): void => parentPort?.postMessage(word);

/** Loaded by the first file that has to be scanned: a second scan of an unchanged tree needs none of it. */
const openWorkshop = async () => {
  const [{ sitesIn }, { createWorkshop }] = await Promise.all([
    import('../../core/finding/sitesIn.ts'),
    import('../workshop.ts'),
  ]);
  return { scan: sitesIn, open: await createWorkshop(tree) };
};

const isAsKnown = (stats: Stats, index: number): boolean => {
  const at = index * STAMP_WORDS;
  const now = stampOf(stats);
  const same = now.every((value, word) => queue.stamps[at + word] === value);
  queue.stamps.set(now, at);
  return same && stats.ctimeMs < trustedUntil;
};

const scanFile = async (index: number): Promise<void> => {
  const path = pathAt(queue, index);
  const whole = join(tree, path);
  try {
    if (isAsKnown(lstatSync(whole), index)) {
      if (queue.tell[index] === 1) say({ kind: 'same', index });
      return;
    }
    workshop ??= openWorkshop();
    const { scan, open } = await workshop;
    const judged = scan({ path, bytes: read(whole) }, open);
    queue.scanned[index] = 1;
    if (judged.length === 0) return;
    const beyond = judged.some(({ allocation }) => allocation.scope.definitions.lookedBeyond());
    say({ kind: 'scanned', index, sites: judged.map(({ site }) => site), beyond });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    say({ kind: 'unreadable', index, code });
  }
};

const work = async (): Promise<void> => {
  for (let index = claim(queue); index !== undefined; index = claim(queue)) await scanFile(index);
  say({ kind: 'idle' });
};

parentPort?.on('message', () => void work()); // there is more in the queue
void work();
