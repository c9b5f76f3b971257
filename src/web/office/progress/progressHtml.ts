import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import { applicationStates } from '../../../core/programme/applicationState.ts';
import { durationWords } from '../../../core/programme/durationWords.ts';
import { STUCK_DAYS, tooMuch } from '../../../core/programme/stuckPeople.ts';
import type { TaskState } from '../../../core/programme/task.ts';
import type { Progress } from '../../../office/term/readProgress.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

const taskStates: readonly TaskState[] = [
  ...(['not released', 'open', 'overdue', 'waiting for a mentor', 'changes requested', 'not yet'] as const),
  'accepted',
];

/** At most so many are named; the count says how many more there are. */
const MOST_NAMED = 50;

export const progressSentence = ({ stuck, waiting }: Progress, now: Date): string => {
  const onUs = waiting.oldest && now.getTime() - waiting.oldest.getTime() > STUCK_DAYS * 86_400_000;
  if (onUs) return `Somebody has waited for us for ${durationWords(now.getTime() - (waiting.oldest?.getTime() ?? 0))}`;
  if (stuck.length === 0) return 'Nobody stands still';
  return `${plural(stuck.length, 'person has', 'people have')} stood still for more than ${STUCK_DAYS} days`;
};

export interface ProgressView {
  readonly progress: Progress;
  /** Of the term. */
  readonly at: string;
  readonly now: Date;
}

export const progressHtml = ({ progress, at, now }: ProgressView): Markup => html`
<h2>Applications</h2><dl class="facts counts">${applicationStates.map(
  (state) => html`<dt>${state}</dt><dd>${progress.places.counts.get(state) ?? 0}</dd>`,
)}<dt>places free</dt><dd>${progress.places.free} of ${progress.places.places}</dd></dl>
<h2>Tasks</h2>${tasks(progress)}
<p class="soft">${plural(progress.waiting.count, 'submission')} ${progress.waiting.count === 1 ? 'waits' : 'wait'} for a mentor${
  progress.waiting.oldest ? `, the oldest for ${durationWords(now.getTime() - progress.waiting.oldest.getTime())}` : ''
}.</p>
<h2>Who stands still</h2>${stuckHtml(progress, now)}
<h2>Who has how much</h2>${team(progress)}
<h2>Take it out</h2><p class="soft">All applications of the term, with what you may read of each. That you did stands in the
log.</p>
<form method="post" action="${at}/applications" class="buttons"><button name="format" value="csv">As CSV</button>
<button name="format" value="json">As JSON</button></form>`;

const tasks = ({ tasks: all }: Progress): Markup =>
  all.length === 0
    ? html`<p class="soft">The term has no tasks yet.</p>`
    : html`<div class="scroll wide" tabindex="0" role="region" aria-label="Tasks">
<table><thead><tr><th scope="col">Task</th>${taskStates.map(
        (state) => html`<th scope="col" class="number">${state}</th>`,
      )}</tr></thead><tbody>${all.map(
        ({ title, counts }) =>
          html`<tr><th scope="row">${seen(title)}</th>${taskStates.map(
            (state) => html`<td class="number">${counts.get(state) ?? 0}</td>`,
          )}</tr>`,
      )}</tbody></table></div>`;

const stuckHtml = ({ stuck }: Progress, now: Date): Markup =>
  stuck.length === 0
    ? html`<p class="soft">Nobody, for more than ${STUCK_DAYS} days.</p>`
    : html`<p class="soft">It is their turn, and nothing has come for more than ${STUCK_DAYS} days. A word often helps.</p>
<ul class="card plain">${stuck.slice(0, MOST_NAMED).map(
        ({ name, at, since }) => html`<li class="row"><div class="words"><strong>${seen(name)}</strong><span
class="soft small">${seen(at)}</span></div><span class="waited long">${durationWords(
          now.getTime() - since.getTime(),
        )}</span></li>`,
      )}</ul>${stuck.length > MOST_NAMED ? html`<p class="soft">and ${stuck.length - MOST_NAMED} more</p>` : nothing}`;

const team = ({ team: all }: Progress): Markup => html`<table class="plain"><thead><tr><th scope="col">Who</th>
<th scope="col">To read</th><th scope="col">Taken from the queue</th><th scope="col"><span class="hidden-words">Too
much</span></th></tr></thead><tbody>${all.map((one) => {
  const much = tooMuch(one, all);
  return html`<tr><th scope="row">${seen(one.name)}</th><td data-name="To read">${one.toRead}</td>
<td data-name="Taken from the queue">${one.taken}${one.most === undefined ? '' : ` of at most ${one.most}`}</td>
<td>${much === undefined ? '' : verdictMark('unknown', `too much: ${much}`)}</td></tr>`;
})}</tbody></table>`;
