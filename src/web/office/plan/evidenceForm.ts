import { html } from 'hono/html';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface EvidenceFormView {
  /** JSON; empty where people alone judge the task. */
  readonly text: string;
  readonly refused: string | undefined;
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
export const evidenceForm = ({ text, refused, action }: EvidenceFormView): Markup => html`
<h2 id="evidence">What a machine looks at</h2>
${refused === undefined ? nothing : html`<pre class="note fails" role="alert">✗ That was not kept.\n${seen(refused)}</pre>`}
<form method="post" action="${action}" class="form">
<div class="field"><label for="evidence-text">Evidence, as JSON</label><textarea id="evidence-text" name="evidence" rows="10"
spellcheck="false" aria-describedby="evidence-hint">${text}</textarea>
<p class="hint" id="evidence-hint">Empty: people alone judge it. Try it before with
<code>patchling programme task check FILE EVIDENCE…</code>. Of what holds, the share under spotChecks is looked at by a person
all the same.</p></div>
<details class="fold"><summary>An example</summary><pre>${EXAMPLE}</pre>
<p>Kinds: boot log, config, module, test results, decoded trace, mail, certificate.</p></details>
<p class="buttons"><button>Keep it</button></p></form>`;
