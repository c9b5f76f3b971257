import { html } from 'hono/html';
import { capital } from '../../../core/capital.ts';
import type { EvidenceCheck, Judged } from '../../../core/evidence/evidence.ts';
import { startingNumber } from '../../../core/programme/numberWords.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

/** What does not hold stands first; all that holds is folded away behind it. */
export const judgedHtml = ({ kind, piece, checks }: Judged): Markup => {
  const [held, others] = [checks.filter(isHeld), checks.filter((one) => !isHeld(one))];
  const rows = html`<ul class="card plain">${held.map(checkRow)}</ul>`;
  return html`<section class="checks"><h4>${capital(kind)}${
    piece === '' ? nothing : html`, <span class="soft">${seen(piece)}</span>`
  }</h4>${others.length === 0 ? nothing : html`<ul class="card plain">${others.map(checkRow)}</ul>`}${
    held.length === 0
      ? nothing
      : others.length === 0
        ? rows
        : html`<details><summary class="soft">${heldWords(held.length)}</summary>${rows}</details>`
  }</section>`;
};

const isHeld = ({ verdict }: EvidenceCheck): boolean => verdict === 'holds';
const heldWords = (count: number): string => `${startingNumber(count)} more ${count === 1 ? 'holds' : 'hold'}`;

const checkRow = ({
  check,
  verdict,
  seen: said,
  settle,
  line,
  needed,
}: EvidenceCheck): Markup => html`<li class="row top">
${verdictMark(verdict)}<div class="words"><span><strong>${capital(check)}</strong>${
  needed ? nothing : html` <span class="soft">a hint</span>`
}</span><span>${seen(said)}${line === undefined ? nothing : html` <span class="soft">Line ${line}.</span>`}</span>${
  settle === undefined || verdict === 'holds'
    ? nothing
    : html`<span class="soft">To settle it: <code>${seen(settle)}</code></span>`
}</div></li>`;
