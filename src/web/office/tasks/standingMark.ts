import { html } from 'hono/html';
import type { SubmissionState } from '../../../core/programme/submissionState.ts';
import type { TaskState } from '../../../core/programme/task.ts';
import type { Markup } from '../../parts/markup.ts';

const marks: Readonly<Record<TaskState | SubmissionState, readonly [string, string]>> = {
  'not released': ['plain', 'later'],
  open: ['yours', '→ your turn'],
  overdue: ['yours', '→ overdue'],
  'changes requested': ['yours', '→ changes requested'],
  'not yet': ['yours', '→ not yet'],
  'waiting for a mentor': ['theirs', '… with the mentors'],
  waiting: ['theirs', '… with the mentors'],
  accepted: ['holds', '✓ accepted'],
  replaced: ['plain', 'replaced by a newer one'],
};

/** Where a task or an attempt stands: a word with its sign. */
export const standingMark = (state: TaskState | SubmissionState): Markup => {
  const [kind, words] = marks[state];
  return html`<span class="mark ${kind}">${words}</span>`;
};
