import type { TaskEvidence } from '../../../core/evidence/taskEvidence.ts';
import type { Release } from '../../../core/programme/task.ts';

/** A task to begin with: an organiser changes it, or writes others. */
export interface SampleTask {
  readonly slug: string;
  readonly title: string;
  readonly release: Exclude<Release, 'at a date'>;
  /** Its deadline: which part of the time from the opening to the end of the tasks has gone by. */
  readonly part: number;
  readonly required: boolean;
  /** Where the kernel's own documentation says it. */
  readonly documents: readonly { readonly file: string; readonly heading: string }[];
  /** Markdown. */
  readonly words: string;
  /** What a machine looks at first; none: people alone judge it. */
  readonly evidence?: TaskEvidence;
}
