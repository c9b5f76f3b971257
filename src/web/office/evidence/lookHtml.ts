import { html } from 'hono/html';
import type { Look } from '../../../office/evidence/looksOf.ts';
import { type Markup, nothing } from '../../parts/markup.ts';
import { judgedHtml } from './judgedHtml.ts';

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
