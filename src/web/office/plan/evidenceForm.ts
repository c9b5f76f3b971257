import { html } from 'hono/html';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface EvidenceFormView {
  /** JSON; empty where people alone judge the task. */
  readonly text: string;
  readonly refused: string | undefined;
  /** What the machine said of some pieces, where it was tried. */
  readonly tried?: Markup;
  readonly mayTry: boolean;
  readonly action: string;
}

const EXAMPLE = `{
  "needs": [
    { "kind": "boot log", "kernel": "own", "atLeast": "6.1" },
    { "kind": "config", "options": { "CONFIG_KUNIT": "y" } }
  ],
  "mayPass": true,
  "spotChecks": 0.1
}`;

/** What a machine looks at of a task: a small typed file of its author. */
export const evidenceForm = ({ text, refused, tried, mayTry, action }: EvidenceFormView): Markup => html`
<h2 id="evidence">What a machine looks at</h2>
${refused === undefined ? nothing : html`<pre class="note fails" role="alert">✗ That was not kept.\n${seen(refused)}</pre>`}
${tried ?? nothing}
<form method="post" action="${action}#evidence" class="form" enctype="multipart/form-data">
<div class="field"><label for="evidence-text">Evidence, as JSON</label><textarea id="evidence-text" name="evidence" rows="10"
spellcheck="false" aria-describedby="evidence-hint">${text}</textarea>
<p class="hint" id="evidence-hint">Empty: people alone judge it. Try it before with
<code>patchling programme task check FILE EVIDENCE…</code>. Of what holds, the share under spotChecks is looked at by a person
all the same.</p></div>
<details class="fold"><summary>An example</summary><pre>${EXAMPLE}</pre>
<p>Kinds: boot log, config, module, test results, decoded trace, mail, patch, public, certificate.</p></details>
${mayTry ? TRY : nothing}
<p class="buttons"><button>Keep it</button></p></form>`;

/** Nothing of what is tried is kept. */
const TRY = html`<details class="fold"><summary>Try it on some files</summary>
<div class="field"><label for="evidence-mark">The mark that they are to bear</label><input id="evidence-mark" name="mark"
value="plgabcdefgh2345"></div>
<div class="field"><label for="evidence-files">What somebody could hand in</label><input id="evidence-files" name="files"
type="file" multiple><p class="hint">It is judged as it would be, and nothing of it is kept.</p></div>
<p class="buttons"><button name="deed" value="try">Say what the machine would</button></p></details>`;
