import { html } from 'hono/html';
import { type OnPile, waits } from '../../../office/review/listReview.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** `Six applications wait for your reading`. */
export const pileSentence = (pile: readonly OnPile[]): string => {
  const count = pile.filter(waits).length;
  if (count === 0) return 'Nothing waits for your reading';
  return count === 1
    ? 'One application waits for your reading'
    : `${NUMBERS[count] ?? count} applications wait for your reading`;
};

export interface PileView {
  readonly pile: readonly OnPile[];
  /** Of the pile's pages. */
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
  readonly isRated: boolean;
}

export const pileHtml = ({ pile, at, zone, now, isRated }: PileView): Markup => {
  const [first] = pile.filter(waits);
  return html`${isRated ? html`<p class="note holds" role="status">✓ Noted. That was the last on your pile.</p>` : nothing}
${
  first === undefined
    ? nothing
    : html`<p><a class="button" data-key="n" href="${at}/${first.application}">Read the first <kbd
aria-hidden="true">n</kbd></a></p>`
}
${pile.length === 0 ? nothing : html`<ul class="card plain">${pile.map((one) => row(one, at, zone, now))}</ul>`}`;
};

const row = (one: OnPile, at: string, zone: string, now: Date): Markup => html`<li class="row"><div class="words">
<a class="whole" data-row href="${at}/${one.application}">${seen(one.name)}</a>
<span class="soft small">sent ${instantHtml(one.sentAt, zone, now)}</span></div>
${one.flagged ? verdictMark('unknown', 'flagged by you') : nothing}${standing(one)}</li>`;

const standing = (one: OnPile): Markup => {
  if (waits(one)) return verdictMark('yours', 'to read');
  if (one.rated === undefined) return verdictMark('plain', one.state);
  return verdictMark('plain', `you said ${one.rated}`);
};
