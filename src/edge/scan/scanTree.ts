import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { HELPER_HEADERS } from '../../core/finding/readHelpers.ts';
import type { Site } from '../../core/finding/site.ts';
import { createQueue, pathAt, queueWriter, type SharedQueue, STAMP_WORDS, stampOf } from './pathQueue.ts';
import { type FoundInFile, readScan, type ScanRecord, writeScan } from './scanCache.ts';
import type { WorkerWord } from './scanWorker.ts';
import { type ScanWorkers, startWorkers } from './scanWorkers.ts';
import { walkTree } from './walkTree.ts';

export type ScanWord =
  | { readonly kind: 'sites'; readonly sites: readonly Site[] }
  | { readonly kind: 'unreadable'; readonly path: string; readonly code: string }
  | { readonly kind: 'walked'; readonly files: number }
  | { readonly kind: 'done'; readonly files: number; readonly scanned: number; readonly cached: boolean };

export interface ScanOrder {
  readonly tree: string;
  /** The cache folder. */
  readonly cache: string;
  /** Folders and files of the tree to look at; empty is all of it. */
  readonly below?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly workers?: number;
}

/** A file whose change is younger than this when a scan begins is looked at again by the next one. */
const COARSEST_CLOCK = 2000;

/**
 * Every site of a tree, as it is found. What an earlier scan knows of files that have not changed since (time of
 * change, size, inode) is taken from the cache; a file that hung on headers is judged again when any header changed.
 */
export async function* scanTree(order: ScanOrder): AsyncGenerator<ScanWord> {
  const { tree, cache, now } = order;
  const isWhole = !order.below?.length || order.below.includes('');
  const below = isWhole ? [''] : (order.below ?? []);
  const known = knownFor(tree, cache);
  const queue = createQueue();
  const trustedUntil = known.began - COARSEST_CLOCK;
  const workers = startWorkers({ tree, queue, trustedUntil }, order.workers ?? 2);
  const scan = {
    queue,
    known,
    workers,
    writer: queueWriter(queue),
    found: new Map<string, FoundInFile>(),
    seen: new Set<string>(),
    told: new Set<string>(),
    unreadable: new Set<string>(),
  };
  try {
    yield* firstPass(scan, tree, below);
    const files = scan.writer.count();
    yield* secondPass(scan, isWhole ? changedFiles(scan) : undefined);
    const { looked, kept } = afterwards(scan);
    for (const { path, sites } of kept) if (!scan.told.has(path)) yield { kind: 'sites', sites };
    const scanned = looked.size;
    const isNew = scanned > 0 || files !== known.places.size;
    const cached = !isWhole || !isNew || writeScan(cache, tree, recordOf(scan, kept, now));
    yield { kind: 'done', files, scanned, cached };
  } finally {
    await workers.stop();
  }
}

interface Scan {
  readonly queue: SharedQueue;
  readonly known: KnownFiles;
  readonly workers: ScanWorkers;
  readonly writer: ReturnType<typeof queueWriter>;
  /** What this scan has looked at itself. */
  readonly found: Map<string, FoundInFile>;
  readonly seen: Set<string>;
  /** Files that are as they were and whose sites have been given. */
  readonly told: Set<string>;
  readonly unreadable: Set<string>;
}

async function* firstPass(scan: Scan, tree: string, below: readonly string[]): AsyncGenerator<ScanWord> {
  const { writer, known, workers, seen, queue } = scan;
  let folders = 0;
  for (const walked of walkTree(tree, below)) {
    if (walked.kind === 'unreadable') {
      yield walked;
      continue;
    }
    for (const path of walked.paths) {
      if (seen.has(path)) continue; // of two places that were asked for, one lies in the other
      const index = writer.push(path, known.stampOf(path));
      if (known.found.get(path)?.beyond === false) queue.tell[index] = 1;
      seen.add(path);
    }
    writer.publish();
    if (++folders % 64 !== 0) continue;
    await setImmediate();
    for (const word of workers.heard()) yield take(scan, word);
  }
  writer.setWalked(true);
  yield { kind: 'walked', files: writer.count() };
  for await (const word of workers.untilIdle()) yield take(scan, word);
}

/**
 * Files whose sites hung on other files, once more, where those may have changed: any header, or C code nearby, since
 * some files include others of their corner of the tree. Without `changed`, all of them.
 */
async function* secondPass(scan: Scan, changed: readonly string[] | undefined): AsyncGenerator<ScanWord> {
  const corners = new Set(changed?.map(cornerOf));
  const all = changed === undefined || changed.some((path) => path.endsWith('.h'));
  const again = [...scan.known.found.values()].filter(
    ({ path, beyond }) =>
      beyond && scan.seen.has(path) && !scan.found.has(path) && (all || corners.has(cornerOf(path))),
  );
  if (again.length === 0) return;
  scan.writer.setWalked(false);
  for (const { path } of again) scan.writer.push(path, undefined);
  scan.writer.publish();
  scan.writer.setWalked(true);
  scan.workers.wake();
  for await (const word of scan.workers.untilIdle()) yield take(scan, word);
}

/** Which files were looked at, and what the scan before found in the others. */
const afterwards = (scan: Scan): { looked: Set<string>; kept: FoundInFile[] } => {
  const looked = new Set<string>();
  for (let index = 0; index < scan.writer.count(); index++) {
    if (scan.queue.scanned[index] === 1) looked.add(pathAt(scan.queue, index));
  }
  return {
    looked,
    kept: [...scan.known.found.values()].filter(
      ({ path }) => scan.seen.has(path) && !looked.has(path) && !scan.unreadable.has(path),
    ),
  };
};

const take = ({ queue, known, found, told, unreadable }: Scan, word: WorkerWord): ScanWord => {
  if (word.kind === 'idle') return { kind: 'sites', sites: [] };
  const path = pathAt(queue, word.index);
  if (word.kind === 'same') {
    told.add(path);
    return { kind: 'sites', sites: known.found.get(path)?.sites ?? [] };
  }
  if (word.kind === 'unreadable') {
    unreadable.add(path);
    queue.stamps.fill(0, word.index * STAMP_WORDS, (word.index + 1) * STAMP_WORDS);
    return { kind: 'unreadable', path, code: word.code };
  }
  found.set(path, { path, sites: word.sites, beyond: word.beyond });
  return { kind: 'sites', sites: word.sites };
};

/** What this scan looked at itself, could not read, or found gone. */
const changedFiles = ({ queue, known, seen, writer, unreadable }: Scan): string[] => {
  const changed = [...unreadable, ...[...known.places.keys()].filter((path) => !seen.has(path))];
  for (let index = 0; index < writer.count(); index++) {
    if (queue.scanned[index] === 1) changed.push(pathAt(queue, index));
  }
  return changed;
};

/** `drivers/gpu` of `drivers/gpu/drm/i915/i915_gem.c`. */
const cornerOf = (path: string): string => path.split('/', 2).join('/');

const recordOf = (scan: Scan, kept: readonly FoundInFile[], now: number): Omit<ScanRecord, 'rules'> => {
  const files = scan.seen.size;
  const stamps = Float64Array.from(scan.queue.stamps.subarray(0, files * STAMP_WORDS));
  return { began: now, paths: [...scan.seen].join('\n'), stamps, found: [...kept, ...scan.found.values()] };
};

/** What the scan before knows; nothing where a header has changed that every judgement hangs on. */
const knownFor = (tree: string, cache: string): KnownFiles => {
  const known = knownFiles(readScan(cache, tree));
  const isAsKnown = HELPER_HEADERS.every((path) => {
    const before = known.stampOf(path);
    const now = statsOf(join(tree, path));
    if (!before || !now) return !before && !now;
    return now.ctimeMs < known.began - COARSEST_CLOCK && stampOf(now).every((value, word) => before[word] === value);
  });
  return isAsKnown ? known : knownFiles(undefined);
};

/** What we may not look at is not there for us. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
};

interface KnownFiles {
  readonly began: number;
  /** Path to its place in the record. */
  readonly places: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, FoundInFile>;
  stampOf(path: string): Float64Array | undefined;
}

const knownFiles = (record: ScanRecord | undefined): KnownFiles => {
  const paths = record?.paths.split('\n') ?? [];
  const places = new Map(paths.map((path, place) => [path, place]));
  return {
    began: record?.began ?? 0,
    places,
    found: new Map(record?.found.map((file) => [file.path, file])),
    stampOf: (path) => {
      const place = places.get(path);
      return place === undefined ? undefined : record?.stamps.subarray(place * STAMP_WORDS, (place + 1) * STAMP_WORDS);
    },
  };
};
