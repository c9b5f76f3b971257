import { html } from 'hono/html';
import { type BatchDecision, MOST_DECLINED_ALONE, MOST_OF_SENTENCE } from '../../../core/programme/batch.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface ToWrite {
  readonly application: string;
  readonly name: string;
  readonly says: string;
  readonly sentence: string;
  readonly problem: string | undefined;
}

export interface SentencesView {
  readonly at: string;
  readonly decision: BatchDecision;
  readonly people: readonly ToWrite[];
  readonly start: string;
  readonly refused: string | undefined;
}

/** A sentence for each person, before any mail is shown. */
export const sentencesHtml = ({ at, decision, people, start, refused }: SentencesView): Markup => html`
${refused === undefined ? nothing : html`<p class="note fails" role="alert">✗ ${seen(refused)}</p>`}
<form method="post" action="${at}/propose" class="form">
<input type="hidden" name="decision" value="${decision}">
<details${people.length > MOST_DECLINED_ALONE ? html` open` : nothing}><summary>Begin the empty ones with the same words</summary>
<div class="field"><label for="start">Words to begin with</label>
<textarea id="start" name="start" rows="2" maxlength="${MOST_OF_SENTENCE}">${start}</textarea>
<p class="hint">They are put into the boxes that are empty, for you to go on from for each person. Nothing is sent.</p></div>
<p><button name="then" value="fill">Put them in</button></p></details>
${people.map(field)}
<p class="buttons"><button name="then" value="propose" class="main">Show every mail</button></p></form>`;

const field = ({ application, name, says, sentence, problem }: ToWrite): Markup => {
  const id = `sentence-${application}`;
  return html`<div class="field"><label for="${id}">${seen(name)} <span class="soft small">${says}</span></label>
<input type="hidden" name="pick-${application}" value="on">
<textarea id="${id}" name="${id}" rows="2" maxlength="${MOST_OF_SENTENCE}"${
    problem === undefined
      ? nothing
      : html`
aria-invalid="true" aria-describedby="${id}-problem"`
  }>${sentence}</textarea>
${problem === undefined ? nothing : html`<p class="problem" id="${id}-problem">✗ ${problem}</p>`}</div>`;
};

export const sentencesHeadline = (decision: BatchDecision, count: number): string => {
  if (decision === 'decline') return count === 1 ? 'Say why, in a sentence' : 'Say why, in a sentence for each';
  return count === 1 ? 'A sentence, if you like' : 'A sentence for each, if you like';
};
