import type { Progress } from '../../../edge/progress.ts';
import { type Forked, forkModule } from '../../../edge/web/forkModule.ts';
import type { Failure, WorkAsked, WorkSaid } from './failureOf.ts';
import type { WorkName, WorkOrder, WorkResult } from './longWork.ts';

/** A piece of long work, as pages see it. */
export interface Job {
  readonly id: string;
  /** What is done, as a headline: `Scanning Linux 6.12.117`. */
  readonly title: string;
  /** Where its page is left for when it is done. */
  readonly at: string;
  /** All that it said; each step takes the place of the one before. */
  readonly steps: readonly Progress[];
  /** How many steps there were, those forgotten too. */
  readonly said: number;
  readonly state: 'running' | 'done' | 'failed';
  readonly failure?: Failure;
  /** Calls back for each step, and once at the end; gives the way to stop that. */
  watch(listener: () => void): () => void;
}

export interface Jobs {
  /** Begins work, or joins what was begun under the same key. `onDone` is called before anybody is told. */
  begin<Name extends WorkName>(wish: JobWish<Name>): Job;
  get(id: string): Job | undefined;
  /** Work that goes on under a key. */
  running(key: string): Job | undefined;
  stop(): Promise<void>;
}

export interface JobWish<Name extends WorkName> {
  readonly name: Name;
  readonly order: WorkOrder<Name>;
  readonly title: string;
  readonly at: string;
  /** Two pages that want the same wait for one piece of work. */
  readonly key: string;
  readonly onDone?: (result: WorkResult<Name>) => void;
}

/** So many jobs that ended are remembered, for pages that come back. */
const REMEMBERED = 50;
/** A job that says more than this has its first half forgotten: only how far it has come counts. */
const MOST_STEPS = 400;

interface Kept extends Job {
  steps: Progress[];
  said: number;
  state: Job['state'];
  failure?: Failure;
  readonly key: string;
  readonly listeners: Set<() => void>;
  readonly finish: (result: unknown) => void;
}

export const createJobs = (): Jobs => {
  const jobs = new Map<string, Kept>();
  let beside: Forked | undefined;
  let last = 0;
  const tell = (job: Kept): void => {
    for (const listener of job.listeners) listener();
  };
  const fail = (job: Kept, failure: Failure): void => {
    Object.assign(job, { state: 'failed', failure });
    tell(job);
  };
  const hear = (said: WorkSaid): void => {
    const job = jobs.get(String(said.id));
    if (!job) return;
    if (said.kind === 'failed') return fail(job, said.failure);
    if (said.kind === 'step') {
      job.steps.push(said.step);
      job.said++;
    } else {
      job.finish(said.result);
      job.state = 'done';
    }
    if (job.steps.length > MOST_STEPS) job.steps.splice(0, MOST_STEPS / 2);
    tell(job);
  };
  const lost = (): void => {
    beside = undefined;
    for (const job of jobs.values()) if (job.state === 'running') fail(job, wentAway);
  };
  const start = (): Forked => {
    const extension = import.meta.url.slice(-3);
    const module = new URL(`./longWorker${extension}`, import.meta.url);
    return forkModule(module, { onMessage: (message) => hear(message as WorkSaid), onEnd: lost });
  };
  const running = (key: string): Kept | undefined =>
    [...jobs.values()].find((job) => job.key === key && job.state === 'running');
  return {
    begin: (wish) => {
      const same = running(wish.key);
      if (same) return same;
      const job = keptJob(String(++last), wish);
      jobs.set(job.id, job);
      for (const id of [...jobs.keys()].slice(0, -REMEMBERED)) if (jobs.get(id)?.state !== 'running') jobs.delete(id);
      beside ??= start();
      beside.post({ id: last, name: wish.name, order: wish.order } satisfies WorkAsked);
      return job;
    },
    get: (id) => jobs.get(id),
    running,
    stop: async () => beside?.stop(),
  };
};

const wentAway: Failure = {
  kind: 'machine',
  words: {
    what: 'The process that did this is gone.',
    why: 'It was ended from outside, or ran out of memory.',
    next: 'Try again; the pages go on as they were.',
  },
};

const keptJob = <Name extends WorkName>(id: string, { key, title, at, onDone }: JobWish<Name>): Kept => {
  const listeners = new Set<() => void>();
  return {
    id,
    key,
    title,
    at,
    steps: [],
    said: 0,
    state: 'running',
    listeners,
    finish: (result) => onDone?.(result as WorkResult<Name>),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
