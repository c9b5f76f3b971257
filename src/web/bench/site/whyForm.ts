import { html } from 'hono/html';
import { draftId } from '../../../bench/draftId.ts';
import type { GoodMessage } from '../../../core/preflight/goodMessages.ts';
import type { Problem } from '../../../core/preflight/problem.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { draftAddress } from '../patch/draftAddress.ts';
import { placeText } from './siteAddress.ts';
import type { SiteView } from './siteView.ts';
import { whyBox } from './wordsForm.ts';

/** Where the why is written, in sight of the change; what is typed is kept as one goes. */
export const whyForm = (view: SiteView): Markup => {
  const { place, words, questions, examples, draft, isEdited } = view;
  return html`<h2 id="why">Say why</h2>
<form method="post" action="/site/patch" class="card pad" data-why-form>
<input type="hidden" name="at" value="${placeText(place)}">
<input type="hidden" name="base" value="${words.revision}" data-base>
<label for="why-words">What goes wrong without this change, and who notices? Only you can say it: nobody
writes it for you.</label>
${whyBox(words.words, 'coach kept')}
<div class="coach" id="coach" data-coach aria-live="polite">${coachList(questions, words.words, examples)}</div>
<p class="small soft" id="kept" data-kept>
${words.revision === 0 ? 'What you write is kept on this machine as you go.' : 'Kept.'}</p>
<div data-conflict hidden></div>
${signOff(view)}
${isEdited ? edited : nothing}
<div class="buttons"><button class="main" name="deed"
value="write">${draft ? 'Write the patch again' : 'Write the patch'}</button>
<button name="deed" value="keep">Keep the words</button>
${draft ? html`<a href="${draftAddress(draftId(draft.patch))}">See the patch</a>` : nothing}</div>
</form>`;
};

const edited = html`<p class="note">You have changed the patch’s file since it was written: it is yours now. Say the why in it, or
move it away to have it written again.</p>`;

/** What a reader would ask, never an answer. */
export const coachList = (questions: readonly Problem[], words: string, examples: readonly GoodMessage[]): Markup => {
  if (words.trim() === '')
    return html`<p class="soft">A maintainer reads this first. Look at the callers, then say it in your own words.</p>`;
  if (questions.length === 0)
    return html`<p class="soft">The rules have nothing to ask of these words. Whether they convince is for a reader to say.</p>`;
  return html`<ul class="plain">${questions.map(
    ({
      what,
      next,
      source,
    }) => html`<li><span aria-hidden="true">?</span> ${seen(what)} <span class="soft">${seen(next)}</span>
${source ? html`<span class="soft">(${seen(source.file)}, “${seen(source.heading)}”)</span>` : nothing}</li>`,
  )}</ul>${messageList(examples)}`;
};

/** By reference, to be read where they stand: words of others are no form to be filled in. */
const messageList = (examples: readonly GoodMessage[]): Markup =>
  examples.length === 0
    ? nothing
    : html`<p class="soft">Messages of these files that say why:</p><ul class="plain">${examples.map(
        ({ sha, subject }) => html`<li class="soft"><code>git show ${sha.slice(0, 12)}</code> ${seen(subject)}</li>`,
      )}</ul>`;

const signOff = ({ identity, certificate, tools }: SiteView): Markup => {
  if (!identity) {
    return html`<p class="note">Git does not know your name and address, so nothing can be signed off:
<code>git config --global user.name "…"</code>, and <code>user.email</code>. <a
href="/settings">Settings</a> has what it knows.</p>`;
  }
  return html`<label class="agree"><input type="checkbox" name="signoff" value="yes">
<span>I certify the Developer’s Certificate of Origin for this change, and sign off as
${seen(`${identity.name} <${identity.email}>`)}</span></label>
<details><summary class="small">What that says</summary>
${
  certificate
    ? html`<pre class="said">${seen(certificate.words)}</pre><p
class="small soft">${certificate.file}, “${seen(certificate.heading)}”, line ${certificate.line}</p>`
    : html`<p class="small">This tree has no document of it: developercertificate.org.</p>`
}</details>
${
  tools
    ? html`<label class="agree"><input type="checkbox" name="tool"
value="yes"><span>Add “${tools.token}: Patchling”: <span
class="soft">${tools.file}, “${seen(tools.heading)}”, asks for it</span></span></label>`
    : nothing
}`;
};
