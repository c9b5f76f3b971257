import type { ProgrammeTask } from '../bench/task/programmeTasks.ts';
import { instantLine } from '../core/programme/instantWords.ts';
import { visible, visibleName } from '../core/visible.ts';
import type { Face } from './face.ts';

const yours = new Set(['open', 'overdue', 'changes requested', 'not yet']);

/** All tasks, what is to be done first in the headline. */
export function sayTasks(face: Face, tasks: readonly ProgrammeTask[], now: Date): void {
  const { say, paint } = face;
  const open = tasks.filter(({ state }) => yours.has(state));
  const first = open.toSorted((one, other) => Date.parse(one.due) - Date.parse(other.due))[0];
  if (tasks.length === 0) return say(paint('strong', 'There is no task for you in any programme.'));
  if (!first) say(paint('strong', 'Nothing is yours to do.'));
  else {
    const count = open.length === 1 ? 'One task is' : `${open.length} tasks are`;
    say(paint('strong', `${count} yours to do, the first until ${dueLine(first, now)}.`));
  }
  say();
  for (const task of tasks) {
    say(`  ${mark(face, task)} ${visibleName(task.title)} ${paint('soft', `(${task.slug})`)}`);
    if (yours.has(task.state)) say(paint('soft', `      until ${dueLine(task, now)}`));
  }
}

/** One task: where it stands, what was answered, and its words as they are written. */
export function sayTask(
  face: Face,
  task: ProgrammeTask,
  { words, mark: own }: { readonly words: string; readonly mark: string },
  now: Date,
): void {
  const { say, paint } = face;
  say(paint('strong', visibleName(task.title)));
  say(`${mark(face, task)}, until ${dueLine(task, now)}`);
  for (const { attempt, state, late, answer } of task.attempts) {
    say(`  attempt ${attempt}: ${state}${late ? ', late' : ''}`);
    if (answer !== '') for (const line of answer.split('\n')) say(`    ${visible(line)}`);
  }
  if (own !== '') say(`  your mark: ${paint('strong', own)} – what you make for it has to bear it`);
  say();
  for (const line of words.split('\n')) say(line);
  if (yours.has(task.state)) say(`\n  next: patchling task submit ${task.slug} FILE…`);
}

const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const dueLine = ({ due }: ProgrammeTask, now: Date): string => instantLine(new Date(due), zone(), now);

function mark({ paint }: Face, { state, late }: ProgrammeTask): string {
  const word = `${state}${late ? ', late' : ''}`;
  if (state === 'accepted') return paint('leaf', `✓ ${word}`);
  if (state === 'waiting for a mentor') return `… ${word}`;
  return yours.has(state) ? paint('unknown', `→ ${word}`) : paint('soft', `· ${word}`);
}
