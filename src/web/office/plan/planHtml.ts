import { html } from 'hono/html';
import { startingNumber } from '../../../core/programme/numberWords.ts';
import type { MentorLoad } from '../../../office/queue/readLoads.ts';
import type { PlannedTask } from '../../../office/tasks/readPlan.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface PlanView {
  readonly tasks: readonly PlannedTask[];
  readonly chapters: readonly string[];
  /** For lead mentors. */
  readonly loads: readonly MentorLoad[];
  readonly mayFree: boolean;
  readonly at: string;
  /** Of the term: what its deadlines are written in. */
  readonly zone: string;
  readonly now: Date;
}

export const planSentence = ({ tasks }: PlanView): string => {
  const { length } = tasks.filter(({ task }) => !task.isExtra && !task.isRetired);
  return length === 0
    ? 'This term has no tasks yet'
    : `${startingNumber(length)} ${length === 1 ? 'task' : 'tasks'} for everybody`;
};

export const planHtml = (view: PlanView): Markup => {
  const { tasks, at, loads } = view;
  const given = tasks.filter(({ task }) => !task.isRetired);
  const forAll = given.filter(({ task }) => !task.isExtra);
  const extra = given.filter(({ task }) => task.isExtra);
  const retired = tasks.filter(({ task }) => task.isRetired);
  return html`${
    forAll.length === 0
      ? html`<p>Begin with the ten samples below, or with a task of your own.</p>`
      : html`<ol class="card plain">${forAll.map((one, index) => taskRow(one, view, { all: forAll, index }))}</ol>`
  }
<p class="buttons"><a class="button main" href="${at}/plan/new">Add a task</a>
<a class="button" href="${at}/plan/extra">A task for some</a>
<a class="button" href="${at}/plan/time">More time for one</a></p>
<form method="post" action="${at}/plan/samples"><p class="after"><button>Add the ten samples</button>
<span class="soft">Those that the term has already stay as they are.</span></p></form>
${extra.length === 0 ? nothing : html`<h2>For some</h2><ul class="card plain">${extra.map((one) => taskRow(one, view))}</ul>`}
${
  retired.length === 0
    ? nothing
    : html`<h2>No longer given out</h2><p class="soft">What was handed in for them stays, and is answered.</p>
<ul class="card plain">${retired.map((one) => taskRow(one, view))}</ul>`
}
${loads.length === 0 ? nothing : html`<h2>Mentors</h2><ul class="card plain">${loads.map((one) => loadRow(one, view))}</ul>`}
<h2>Chapters of the course</h2>
<form method="post" action="${at}/plan/chapters" class="form"><div class="field"><label for="chapters">One a line</label>
<textarea id="chapters" name="chapters" rows="8">${view.chapters.join('\n')}</textarea></div>
<p class="buttons"><button>Save the chapters</button></p></form>`;
};

const releases = { 'at once': 'at once', 'in order': 'once the one before is handed in' } as const;

const taskRow = (
  { task, persons }: PlannedTask,
  { at, zone, now }: PlanView,
  place?: Place,
): Markup => html`<li class="row"><div class="words">
<a class="whole" data-row href="${at}/plan/${task.slug}">${place ? `${place.index + 1}. ` : nothing}${seen(task.title)}</a>
<span class="soft small">by ${instantHtml(task.deadline, zone, now)} · ${
  task.release === 'at a date'
    ? task.releaseAt && html`from ${instantHtml(task.releaseAt, zone, now)}`
    : releases[task.release]
}${task.required ? nothing : ' · if one likes'}</span>
${persons.length === 0 ? nothing : html`<span class="soft small">for ${seen(persons.join(', '))}</span>`}</div>
${place ? moveForm(task.id, task.title, at, place) : nothing}</li>`;

/** Among the tasks that are for everybody; between two of them can be one for some, or one that is retired. */
interface Place {
  readonly all: readonly PlannedTask[];
  readonly index: number;
}

const moveForm = (
  id: string,
  title: string,
  at: string,
  { all, index }: Place,
): Markup => html`<form method="post" action="${at}/plan/order" class="move">
<input type="hidden" name="task" value="${id}">
${step(all[index - 1], `${seen(title)} one earlier`, '↑')}
${step(all[index + 1], `${seen(title)} one later`, '↓')}</form>`;

const step = (to: PlannedTask | undefined, says: string, mark: string): Markup =>
  html`<button name="place" value="${to?.task.ordinal ?? 0}"
aria-label="${says}"${to ? nothing : html` disabled`}>${mark}</button>`;

const loadRow = (
  { id, name, has, most }: MentorLoad,
  { at, mayFree }: PlanView,
): Markup => html`<li class="row"><div class="words">
<span class="whole">${seen(name)}</span><span class="soft small">has ${has} of at most ${most} in hand</span></div>
${
  mayFree
    ? html`<form method="post" action="${at}/queue/most" class="move"><input type="hidden" name="mentor" value="${id}">
<input name="most" type="number" min="1" max="50" value="${most}" aria-label="${`At most for
${seen(name)}`}"><button>Set</button></form>
${
  has === 0
    ? nothing
    : html`<form method="post" action="${at}/plan/free"><input type="hidden" name="mentor" value="${id}">
<button>Give what they have to the others</button></form>`
}`
    : nothing
}</li>`;
