import type { Desk } from '../frame/desk.ts';
import type { Failure } from './failureOf.ts';
import type { Job, JobWish } from './jobs.ts';
import type { WorkName, WorkResult } from './longWork.ts';

/** What is known of a piece of long work: its result, that it goes on, or why it failed. */
export interface WorkState<Result> {
  readonly result?: Result;
  readonly job?: Job;
  readonly failure?: Failure;
}

/** Long work of one kind, whose results are kept while the server runs. */
export interface KeptWork<Name extends WorkName> {
  /** Begins it where nothing is known; what is there soon is waited for, so that no page shows a bar for a blink. */
  look(wish: Omit<JobWish<Name>, 'name' | 'onDone'>): Promise<WorkState<WorkResult<Name>>>;
}

interface Kept<Result> {
  job: Job;
  result?: Result;
  doneAt: number;
  /** A failure is told once; who asks again, has it tried again. */
  isTold: boolean;
}

/** How long a page waits before it shows how far the work has come, in milliseconds. */
const PATIENCE = 600;
/** So many results of a kind are kept, those asked for last. */
const MOST = 24;

/** `freshFor` milliseconds a result is shown as it is; an older one is shown too, and made again in the background. */
export const createKeptWork = <Name extends WorkName>(
  { jobs, host }: Pick<Desk, 'jobs' | 'host'>,
  name: Name,
  freshFor: number,
): KeptWork<Name> => {
  const all = new Map<string, Kept<WorkResult<Name>>>();
  const now = (): number => host.now().getTime();
  const begin = (wish: Omit<JobWish<Name>, 'name' | 'onDone'>): Kept<WorkResult<Name>> => {
    const onDone = (result: WorkResult<Name>): void => void Object.assign(kept, { result, doneAt: now() });
    const before = all.get(wish.key);
    const job = jobs.begin({ ...wish, name, key: `${name} ${wish.key}`, onDone });
    const kept = { ...before, job, doneAt: before?.doneAt ?? 0, isTold: false };
    return kept;
  };
  return {
    look: async (wish) => {
      let kept = all.get(wish.key);
      const isOld = kept !== undefined && now() - kept.doneAt > freshFor;
      const isDone = kept?.job.state === 'done' && kept.result !== undefined && !isOld;
      const isToTell = kept?.job.state === 'failed' && !kept.isTold;
      if (!kept || !(kept.job.state === 'running' || isDone || isToTell)) kept = begin(wish);
      all.delete(wish.key);
      all.set(wish.key, kept);
      for (const key of [...all.keys()].slice(0, -MOST)) all.delete(key);
      if (kept.result === undefined) await ended(kept.job);
      return stateOf(kept);
    },
  };
};

const stateOf = <Result>(kept: Kept<Result>): WorkState<Result> => {
  const { job, result } = kept;
  kept.isTold = job.state === 'failed';
  if (result !== undefined) return { result };
  if (!job.failure) return { job };
  return { failure: job.failure };
};

const ended = async (job: Job): Promise<void> => {
  if (job.state !== 'running') return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE);
  const stop = job.watch(() => job.state !== 'running' && resolve());
  await promise;
  clearTimeout(timer);
  stop();
};
