import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import { durationWords } from '../../../core/programme/durationWords.ts';
import { type Need, needWords } from '../../../core/programme/need.ts';
import type { QueuedItem } from '../../../core/programme/queue.ts';
import { LONG_WAIT } from '../../../core/programme/queueSentence.ts';
import type { Question } from '../../../office/course/readQuestion.ts';
import type { Queue, QueueFilter, WaitingItem } from '../../../office/queue/listQueue.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface QueueView {
  readonly queue: Queue;
  readonly questions: readonly Question[];
  readonly needs: readonly Need[];
  readonly filter: QueueFilter;
  /** Of the term. */
  readonly at: string;
  readonly now: Date;
}

const SHOWN = 50;
const NEEDS_SHOWN = 5;

export const queueHtml = (view: QueueView): Markup => {
  const { queue, questions, filter, at, now } = view;
  const isWhole = filter.show === 'free' && filter.task === undefined;
  return html`${chips(view)}
${
  queue.items.length === 0
    ? html`<p class="soft">${noneWords(filter)}</p>`
    : html`<ol class="card plain">${queue.items.slice(0, SHOWN).map((one) => queueRow(one, at))}</ol>`
}
${queue.items.length > SHOWN ? html`<p class="soft after">And ${queue.items.length - SHOWN} more after these.</p>` : nothing}
${filter.show === 'free' && queue.items.length > 0 ? takeNext(view) : nothing}
${
  isWhole && questions.length > 0
    ? html`<h2 id="questions">Questions</h2><ol
class="card plain">${questions.map((one) => questionRow(one, at, now))}</ol>`
    : nothing
}
${isWhole ? needsHtml(view) : nothing}
${isWhole ? mostForm(view) : nothing}`;
};

const noneWords = ({ show }: QueueFilter): string =>
  show === 'free' ? 'Nothing here waits to be read.' : 'Nobody has anything of this in hand.';

function chips({ queue, questions, filter, at }: QueueView): Markup {
  const chip = (words: string, address: string, isHere: boolean) =>
    html`<li><a href="${at}/queue${address}"${isHere ? html` aria-current="page"` : nothing}>${seen(words)}</a></li>`;
  const { show, task } = filter;
  return html`<ul class="chips" aria-label="What is shown">
${chip('Oldest first', '', show === 'free' && task === undefined)}
${queue.tasks.map(({ slug, title, free }) => chip(`${title} ${free}`, `?task=${slug}`, show === 'free' && task === slug))}
${questions.length > 0 ? chip(`Questions ${questions.length}`, '#questions', false) : nothing}
${chip(`Yours ${queue.counts.mine}`, '?show=mine', show === 'mine')}
${chip(`Taken ${queue.counts.taken}`, '?show=taken', show === 'taken')}</ul>`;
}

/** One submission that waits, with the way to take it. */
export function queueRow({ item, waitedMs, sooner }: QueuedItem<WaitingItem>, at: string): Markup {
  const about = [
    item.name,
    item.attempt > 1 && `attempt ${item.attempt}`,
    item.files > 0 && plural(item.files, 'file'),
    item.late && 'late',
    ...sooner,
  ].filter((one) => one !== false);
  return html`<li class="row"><div class="words"><a class="whole" data-row
href="${at}/submissions/${item.id}">${seen(item.title)}</a>
<span class="soft small">${seen(about.join(' · '))}</span></div>
${waited(waitedMs)}
${
  item.holder === undefined
    ? html`<form method="post" action="${at}/submissions/${item.id}/take"><button aria-label="${`Take ${seen(item.title)} of
${seen(item.name)}`}">Take</button></form>`
    : html`<span class="soft small">with ${seen(item.holderName ?? 'a mentor')}</span>`
}</li>`;
}

const waited = (ms: number): Markup =>
  html`<span class="waited${ms > LONG_WAIT ? ' long' : ''}"><span class="hidden-words">waited </span>${durationWords(ms)}</span>`;

const questionRow = ({ id, name, text, askedAt }: Question, at: string, now: Date): Markup =>
  html`<li class="row"><div class="words"><a class="whole" data-row href="${at}/questions/${id}">${seen(shortened(text))}</a>
<span class="soft small">${seen(name)} asks</span></div>${waited(now.getTime() - askedAt.getTime())}
<a class="button" href="${at}/questions/${id}">Answer</a></li>`;

/** Who did not ask. A few: one talks to people one by one. */
function needsHtml({ needs, at, now }: QueueView): Markup {
  if (needs.length === 0) return nothing;
  const row = (need: Need): Markup => {
    const { line, below } = needWords(need, now);
    const look =
      need.submission === undefined
        ? nothing
        : html`<a href="${at}/submissions/${need.submission}">see what they sent<span class="hidden-words">:
${seen(need.name)}</span></a>`;
    return html`<li class="row"><div class="words"><span class="whole">${seen(line)}</span>
<span class="soft small">${seen(below)}</span></div>${look}</li>`;
  };
  const more = needs.length - NEEDS_SHOWN;
  return html`<h2>Somebody may need you</h2><ul class="card plain">${needs.slice(0, NEEDS_SHOWN).map(row)}</ul>
${more > 0 ? html`<p class="soft after">And ${more} more, once these are helped.</p>` : nothing}`;
}

const shortened = (text: string): string => {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};

const takeNext = ({
  filter,
  at,
}: QueueView): Markup => html`<form method="post" action="${at}/queue/next" class="after">
${filter.task === undefined ? nothing : html`<input type="hidden" name="task" value="${filter.task}">`}
<button class="main">Take the next</button></form>`;

const mostForm = ({ queue, at }: QueueView): Markup => html`<details class="fold"><summary>How many at once</summary>
<form method="post" action="${at}/queue/most" class="fields"><div class="narrow"><label for="most">Yours at once, at most</label>
<input id="most" name="most" type="number" min="1" max="50" value="${queue.load.most}" required></div><button>Set</button></form>
<p class="soft">What you have taken goes back to the others after an hour, unless you have answered it.</p></details>`;
