import { type JobPulse, periodOf } from '../../core/programme/jobPulse.ts';
import type { Job } from '../../edge/db/openJobs.ts';

/** The jobs, and what is known of each since this server began: one that fails leaves behind that it did. */
export const jobPulses = (
  jobs: readonly Job[],
  { now, note: say }: { now(): Date; note(line: string): void },
): { readonly jobs: readonly Job[]; readonly pulses: () => readonly JobPulse[] } => {
  const known = new Map<string, JobPulse>();
  for (const { name, every, since = now() } of jobs) {
    known.set(name, { name, every: periodOf(every), done: since, hasFailed: false });
  }
  const note = (name: string, said: Partial<JobPulse>): void => {
    const before = known.get(name);
    if (before) known.set(name, { ...before, ...said });
  };
  return {
    jobs: jobs.map((job) => ({
      ...job,
      work: async () => {
        try {
          await job.work();
          note(job.name, { done: now(), hasFailed: false });
        } catch (error) {
          note(job.name, { hasFailed: true });
          say(`job ${job.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          throw error;
        }
      },
    })),
    pulses: () => [...known.values()],
  };
};
