import { html } from 'hono/html';
import { interestTopics } from '../../../core/subsystem/interestTopics.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Answers } from './newcomerInQuery.ts';

interface Question {
  readonly name: keyof Answers;
  readonly asks: string;
  readonly hint: string;
  readonly isNumber?: true;
}

const QUESTIONS: readonly Question[] = [
  { name: 'hours', asks: 'Hours a week?', hint: 'A steep subsystem needs more of them.', isNumber: true },
  { name: 'months', asks: 'Months left?', hint: 'Some take weeks to merge a patch.', isNumber: true },
  { name: 'interests', asks: 'What interests you?', hint: 'For example networking, filesystems, audio, testing.' },
  { name: 'hardware', asks: 'Hardware at hand to test on?', hint: 'For example Raspberry Pi, x86 laptop.' },
];

/** The four questions; the answers go into the address. `wrong` says what is wrong, by the question. */
export const askHtml = (answers: Answers, wrong: Readonly<Record<string, string>> = {}): Markup => html`
<form class="card pad ask" action="/subsystems">
<div class="questions">${QUESTIONS.map((one) => question(one, answers[one.name], wrong[one.name]))}</div>
<details class="small"><summary>Words that it knows</summary>
<p>${interestTopics.map(({ topic }) => topic).join(', ')}. Any other word is looked for in titles, folders and lists.</p>
</details>
<div class="buttons"><button class="main">Advise me</button></div>
</form>`;

const question = ({ name, asks, hint, isNumber }: Question, answer: string, wrong: string | undefined): Markup => html`
<div>
<label for="${name}"><strong>${asks}</strong></label>
<input id="${name}" name="${name}" value="${seen(answer)}" autocomplete="off"
${isNumber ? html` inputmode="decimal"` : nothing}${wrong === undefined ? nothing : html` aria-invalid="true"`}
aria-describedby="${name}-hint">
<div class="hint" id="${name}-hint">${wrong === undefined ? hint : html`<span class="wrong">✗ ${wrong}</span>`}</div>
</div>`;
