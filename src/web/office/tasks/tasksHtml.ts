import { html } from 'hono/html';
import { openTasks } from '../../../core/programme/task.ts';
import { todaySentence } from '../../../core/programme/todaySentence.ts';
import type { OwnStanding } from '../../../office/tasks/standingsOf.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { standingMark } from './standingMark.ts';

export interface TasksView {
  readonly standings: readonly OwnStanding[];
  /** Of the term. */
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
  /** Whether something for it would still be taken. */
  isTaken(standing: OwnStanding): boolean;
}

export const tasksSentence = ({ standings, zone, now, isTaken }: TasksView): string => {
  if (standings.length === 0) return 'There are no tasks yet';
  const theirs = openTasks(standings);
  if (theirs.length > 0 && !theirs.some(isTaken)) return 'The time for tasks is over';
  const accepted = standings.every((one) => one.state === 'accepted' || isOver(one));
  return accepted
    ? 'All your tasks are accepted'
    : todaySentence(theirs.filter(isTaken), waitingOf(standings), zone, now);
};

/** Of a task that is retired, what was sent back: nothing more is asked of it. */
export const isOver = ({ facts, state }: OwnStanding): boolean =>
  facts.task.isRetired && state !== 'accepted' && state !== 'waiting for a mentor';

export const waitingOf = (standings: readonly OwnStanding[]): number =>
  standings.filter(({ state }) => state === 'waiting for a mentor').length;

/** All tasks of one person, in their order. One that is not released yet has its name and no words. */
export const tasksHtml = (view: TasksView): Markup =>
  html`<ol class="card plain">${view.standings.map((standing) => taskRow(standing, view))}</ol>`;

/** One task in a list. */
export function taskRow(standing: OwnStanding, { at, zone, now, isTaken }: Omit<TasksView, 'standings'>): Markup {
  const { facts, state, deadline, isLate } = standing;
  const { task, extensionReason, extraReason } = facts;
  const isDone = state === 'accepted' || state === 'waiting for a mentor';
  const over = !isDone && (task.isRetired || !isTaken(standing));
  const isShown = state !== 'not released';
  return html`<li class="row"><div class="words">
${
  isShown
    ? html`<a class="whole" data-row href="${at}/tasks/${task.slug}">${seen(task.title)}</a>`
    : html`<span class="whole soft">${seen(task.title)}</span>`
}
<span class="soft small">${task.isRetired ? 'not given out any more · ' : nothing}${
    task.required || task.isRetired ? nothing : 'if you like · '
  }${
    state === 'accepted' || over
      ? html`${attemptsWords(facts.attempts.length)}${isLate ? ', late' : ''}`
      : html`by ${instantHtml(deadline, zone, now)}${isLate ? html` · handed in late` : nothing}`
  }${state === 'not released' && !over ? ` · ${whenReleased(task.release)}` : nothing}</span>
${extensionReason === undefined ? nothing : html`<span class="soft small">More time: ${seen(extensionReason)}</span>`}
${extraReason === undefined ? nothing : html`<span class="soft small">For you: ${seen(extraReason)}</span>`}</div>
${over ? nothing : standingMark(state)}</li>`;
}

const attemptsWords = (attempts: number): string => (attempts === 0 ? 'nothing handed in' : `attempt ${attempts}`);

const whenReleased = (release: OwnStanding['facts']['task']['release']): string =>
  release === 'in order' ? 'its words come once you have handed in the one before it' : 'its words come at a date';
