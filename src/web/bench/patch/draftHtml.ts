import { html } from 'hono/html';
import type { DraftLook } from '../../../bench/lookAtWork.ts';
import { capital } from '../../../core/capital.ts';
import { listed } from '../../../core/counted.ts';
import { commandBox } from '../../parts/commandBox.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { failureNote } from '../frame/troublePage.ts';
import { siteAddress } from '../site/siteAddress.ts';
import { jobBox } from '../work/jobPage.ts';
import { contributionAddress, draftAddress } from './draftAddress.ts';
import type { Review } from './gatherReview.ts';
import { mailHtml } from './mailHtml.ts';
import { mailView } from './mailView.ts';
import { problemList } from './problemList.ts';
import type { ReviewState } from './reviewBook.ts';
import { reviewHeadline } from './reviewHeadline.ts';
import { toldHtml } from './toldHtml.ts';

export interface DraftView extends DraftLook {
  readonly state: ReviewState;
  /** The command to type next. */
  readonly next: string;
  /** The line that was asked for. */
  readonly line: number;
  /** What was wrong with the wish to drop it. */
  readonly refused?: string;
}

/** A draft's patch as it lies there, and what it needs. Pure. */
export const draftHtml = (view: DraftView): Content => {
  const { draft, file, state } = view;
  return {
    title: draft.subject,
    trail: html`<a href="/contributions">Contributions</a> · draft`,
    headline: headline(view),
    lede: html`<strong>${seen(draft.subject)}</strong><br><code>${seen(draft.patch)}</code>`,
    body: html`${notes(view)}
${
  file.bytes
    ? html`<div class="two"><div>${nextBox(view)}${patchHtml(view, file.bytes)}</div><aside>${sideHtml(view)}</aside></div>`
    : html`<div class="alone">${sideHtml(view)}</div>`
}
${dropHtml(view)}`,
    ...(state.job && { scripts: ['stream.js'] }),
  };
};

const headline = ({ file, lacks, state, standing }: DraftView): string => {
  if (file.state === 'gone') return 'The file of this draft is gone';
  if (file.state === 'unreadable') return 'The file of this draft cannot be read';
  if (lacks.length > 0) return `${capital(listed(lacks))} ${isOne(lacks) ? 'is' : 'are'} missing`;
  if (state.result) return reviewHeadline(state.result);
  return standing.tone === 'fails' ? 'Something would come back' : 'A draft, to be looked at';
};

const isOne = (lacks: readonly string[]): boolean => lacks.length === 1 && lacks[0] !== 'your name and address';

const notes = ({ file, preparedAs, state }: DraftView): Markup =>
  html`${
    file.state === 'edited'
      ? html`<p class="note">You have changed this file since it was written: it is yours now, and is not written again.</p>`
      : nothing
  }${
    file.state === 'gone'
      ? html`<p class="note">If you moved it, move it back; if you do not need it any more, drop the draft below.</p>`
      : nothing
  }${
    preparedAs === undefined
      ? nothing
      : html`<p class="note holds">It was prepared:
<a href="${contributionAddress({ id: preparedAs })}">the series with its mails</a>.</p>`
  }${state.failure ? failureNote(state.failure) : nothing}`;

const nextBox = ({ file, lacks, draft, next, preparedAs }: DraftView): Markup => {
  if (file.bytes === undefined || preparedAs !== undefined) return nothing;
  const { path, line } = draft.site;
  const does =
    lacks.length === 0
      ? 'All that only you can say is said. Make mails of it:'
      : html`Write it <a href="${siteAddress({ path, line })}">where the change is seen</a>, or by the command line:`;
  return commandBox(does, next);
};

const patchHtml = ({ id, draft, state, line }: DraftView, bytes: Uint8Array): Markup =>
  mailHtml({
    name: 'The patch',
    head: html`<strong>The patch, as it lies there</strong>`,
    ...mailView(draft.patch, bytes),
    problems: state.result?.problems ?? [],
    at: line,
    address: (at) => draftAddress(id, at),
  });

const sideHtml = ({ id, draft, lacks, file, state }: DraftView): Markup => html`<ul class="card plain side-list">
${draft.sites.slice(0, 20).map(siteRow)}
${file.bytes ? [said('the why', lacks.includes('the why')), said('the sign-off', lacks.includes('your sign-off'))] : nothing}
${draft.seed === undefined ? nothing : html`<li class="soft">drawn with seed ${seen(draft.seed)}</li>`}</ul>
${state.job ? jobBox(state.job) : nothing}
${state.result ? reviewSide(id, draft.patch, state.result) : nothing}`;

const reviewSide = (id: string, patch: string, review: Review): Markup =>
  html`${problemList(review, ({ place }) => draftAddress(id, place.line))}
${toldHtml(review.told.get(patch) ?? [], review.unsaid)}`;

const siteRow = ({ path, line, function: name }: DraftLook['draft']['site']): Markup => html`<li>
<a href="${siteAddress({ path, line })}" data-row><code>${seen(`${path}:${line}`)}</code></a>
${name === '' ? nothing : html`<div class="soft">in <code>${seen(name)}()</code></div>`}</li>`;

const said = (what: string, isMissing: boolean): Markup =>
  html`<li class="row"><span>${what}</span>${isMissing ? verdictMark('yours', 'missing') : verdictMark('holds', 'written')}</li>`;

const dropHtml = ({
  id,
  refused,
}: DraftView): Markup => html`<details class="drop"${refused === undefined ? '' : html` open`}>
<summary>Drop this draft …</summary>
<form method="post" action="/draft/${id}/drop" class="card pad">
<p>It goes from your list, with your reason in the journal. The file stays where it is.</p>
${refused === undefined ? nothing : html`<p class="note fails" role="alert">${refused}</p>`}
<label for="because">Why, in a few words</label>
<input id="because" name="because" required maxlength="1000" autocomplete="off">
<p><label class="agree" for="sure"><input type="checkbox" id="sure" name="sure" value="yes" required> Yes, drop it</label></p>
<button>Drop it</button>
</form></details>`;
