import { html } from 'hono/html';
import { mayConfirm } from '../../../core/programme/batch.ts';
import type { BatchView } from '../../../office/decide/readBatch.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { decisionTitle } from './decideHtml.ts';

export interface BatchPageView {
  readonly batch: BatchView;
  /** Who looks at it. */
  readonly me: string;
  /** Of this page. */
  readonly here: string;
  readonly zone: string;
  readonly now: Date;
}

export const batchHeadline = ({ decision, items, confirmed_at, dropped_at }: BatchView): string => {
  const title = decisionTitle(decision, items.length);
  if (confirmed_at) return `${title}: done`;
  return dropped_at ? `${title}: dropped` : `${title}?`;
};

/** Every mail of a decision as it goes out, and the one button that lets them. */
export const batchHtml = (view: BatchPageView): Markup => {
  const { batch } = view;
  const left = batch.items.filter(({ outcome }) => outcome === 'left out');
  return html`${buttons(view)}
${
  left.length === 0
    ? nothing
    : html`<div class="note"><p>Left out, since they were decided or withdrew meanwhile; no mail went to them:</p>
<ul>${left.map(({ name, state }) => html`<li>${seen(name)}: ${state}</li>`)}</ul></div>`
}
<h2>${batch.items.length === 1 ? 'The mail' : 'The mails'}</h2>
${batch.items
  .filter(({ outcome }) => outcome !== 'left out')
  .map((one) => mailHtml(one, batch.confirmed_at !== null))}`;
};

function buttons({ batch, me, here, zone, now }: BatchPageView): Markup {
  const { decision, items, proposed_by, confirmed_at, confirmer, dropped_at } = batch;
  if (confirmed_at) return html`<p>Confirmed by ${seen(confirmer ?? '')}, ${instantHtml(confirmed_at, zone, now)}.</p>`;
  if (dropped_at) return html`<p>Dropped ${instantHtml(dropped_at, zone, now)}. Nothing was sent.</p>`;
  const may = mayConfirm({ decision, items: items.length, proposedBy: proposed_by }, me);
  const drop = html`<form method="post" action="${here}/drop"><button>Drop it</button></form>`;
  return may.kind === 'may'
    ? html`<div class="buttons"><form method="post" action="${here}/confirm"><button class="main">Confirm, and send ${
        items.length === 1 ? 'the mail' : `these ${items.length} mails`
      }</button></form>${drop}</div>`
    : html`<p class="note">${verdictMark('theirs', 'waits for a second person')} ${may.because} Give them the address of this
page.</p><div class="buttons">${drop}</div>`;
}

const mailHtml = ({ name, address, subject, text }: BatchView['items'][number], isSent: boolean): Markup =>
  html`<article class="letter"><dl class="facts"><dt>${isSent ? 'sent to' : 'to'}</dt><dd>${seen(name)}${
    address === null ? ' (erased)' : html` <span class="soft">${seen(address)}</span>`
  }</dd>
<dt>subject</dt><dd>${seen(subject)}</dd></dl><pre class="words" tabindex="0">${seen(text)}</pre></article>`;
