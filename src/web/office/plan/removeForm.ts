import { html } from 'hono/html';
import { retireReasons } from '../../../core/programme/retireReason.ts';
import type { Markup } from '../../parts/markup.ts';

/** To take a task out of the term, with what becomes of what was handed in. */
export const removeForm = (
  action: string,
): Markup => html`<details class="fold"><summary>Take it out of the term</summary>
<form method="post" action="${action}" class="form">
<p>While nobody has handed in anything for it, it is deleted. Else it is given to nobody any more: what was handed in stays,
is answered, and can still be read.</p>
<fieldset class="answer"><legend>Why</legend>${Object.entries(retireReasons).map(
  ([reason, says]) => html`<label><input type="radio" name="reason" value="${reason}" required> ${says}</label>`,
)}</fieldset>
<p class="hint">It stands in the log. Whoever had the task is not mailed.</p>
<p class="buttons"><button>Take it out</button></p></form></details>`;

/** Of one that was taken out; `action` gives it out again. */
export const retiredNote = (
  action: string,
): Markup => html`<div class="note"><p>This task is given to nobody any more. What was handed in for it
stays, and is answered.</p><form method="post" action="${action}"><p class="buttons"><button>Give it out again</button>
<span class="soft">At the place in the order that it had.</span></p></form></div>`;
