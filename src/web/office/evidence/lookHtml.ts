import { html } from 'hono/html';
import { capital } from '../../../core/capital.ts';
import type { EvidenceCheck, Judged } from '../../../core/evidence/evidence.ts';
import { startingNumber } from '../../../core/programme/numberWords.ts';
import type { Look } from '../../../office/evidence/looksOf.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

export interface LookView {
  /** For whoever handed it in, else for a mentor. */
  readonly isTheirs: boolean;
  readonly isOpen: boolean;
}

/** What the machine saw, piece by piece. */
export const lookHtml = (look: Look, { isTheirs, isOpen }: LookView): Markup => html`<details class="fold"${
  isOpen ? html` open` : nothing
}><summary>What the machine saw: ${sentenceOf(look, isTheirs)}</summary>
${look.judged.map(judgedHtml)}
<p class="soft small">It reads what was handed in, and runs nothing. It can be wrong: a person decides otherwise.</p></details>`;

const sentenceOf = ({ outcome, step, isSpotCheck, likeness }: Look, isTheirs: boolean): string => {
  if (step === 'pass') return 'all that the task asks for holds';
  if (likeness && outcome === 'holds')
    return `all holds; ${isTheirs ? 'you are asked about it below' : 'a likeness is to be weighed'}`;
  if (isSpotCheck && outcome === 'holds') return 'all holds; drawn for a look by a person';
  if (step === 'hand back') return isTheirs ? 'this is missing yet' : 'it went back with this';
  return outcome === 'holds' ? 'all holds; a mentor accepts it' : 'a mentor weighs this';
};

/** What does not hold stands first; all that holds is folded away behind it. */
const judgedHtml = ({ kind, piece, checks }: Judged): Markup => {
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
