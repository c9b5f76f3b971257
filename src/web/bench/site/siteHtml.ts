import { html } from 'hono/html';
import { sentence } from '../../../core/sentence.ts';
import { stanceWords } from '../../../core/subsystem/stance.ts';
import type { Check } from '../../../core/verdict.ts';
import { codeTable } from '../../parts/codeTable.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { recipientList } from '../../parts/recipientList.ts';
import { fixMark, verdictMark } from '../../parts/verdictMark.ts';
import { rankWords } from '../find/rankWords.ts';
import { jobBox } from '../work/jobPage.ts';
import type { Job } from '../work/jobs.ts';
import { codeAddress } from './codePage.ts';
import { placeText } from './siteAddress.ts';
import type { SiteView } from './siteView.ts';
import { whyForm } from './whyForm.ts';

/** A site in its code, what is known of it beside, and the place for the why below. */
export const siteHtml = (view: SiteView, job: Job | undefined, isPractice: boolean): Markup => html`<div class="two">
<div>
${codeCard(view)}
${view.site.fix === 'ready' ? whyForm(view) : reasons(view)}
</div>
<aside aria-label="What is known">
${checkList(view, job)}
<h2>Who gets it</h2>
${recipientList(view.recipients.recipients)}
${view.recipients.problems.map((words) => html`<p class="note small">${seen(words)}</p>`)}
${subsystemWords(view, isPractice)}
</aside>
</div>`;

const codeCard = ({ site, code, isWhole }: SiteView): Markup => {
  const changed = code.filter(({ kind }) => kind === 'gone').length;
  const change = changed === 0 ? '' : changed === 1 ? 'one line changes' : `${changed} lines change`;
  const name = site.function === '' ? 'in a macro' : `${site.function}()`;
  return html`<section class="card code-card" aria-label="The code">
<div class="code-head"><span><strong>${seen(name)}</strong> <span class="soft">${change}${
    isWhole
      ? ''
      : html` <a
href="${codeAddress(site.path, site.line)}">the whole file</a>`
  }</span></span>
${fixMark(site.fix)}</div>
${codeTable(code, `${site.path}, around line ${site.line}`)}
</section>`;
};

/** Where a machine leaves it alone: why, and what a person might write. */
const reasons = ({
  site,
}: SiteView): Markup => html`<h2>${site.fix === 'refused' ? 'Why it is better left alone' : 'Why a person has to decide'}</h2>
<ul class="card plain">${site.because.map((reason) => html`<li>${seen(sentence(reason))}</li>`)}
${site.replacement === undefined ? nothing : html`<li>A person might write <code>${seen(site.replacement)}</code></li>`}</ul>
<p class="soft">${
  site.fix === 'refused'
    ? 'Patchling writes no patch here.'
    : html`When you have decided, edit the file yourself, commit, and let <code>patchling prepare</code> make the mail.`
}</p>`;

const checkList = ({ site, checks, draft, place }: SiteView, job: Job | undefined): Markup => {
  if (site.fix !== 'ready') return nothing;
  const again = draft ? 'Check it again, and compile' : 'Compile it before and after';
  return html`<section aria-label="Checks"><ul class="card plain checks">
${checks.map(checkRow)}
${checks.length === 0 ? notCompiled : nothing}
<li><div class="row"><span>somebody on it?</span> ${verdictMark('unknown')}</div><p
class="small soft">Nobody has looked yet whether this was sent already.</p></li>
</ul>
${
  job
    ? jobBox(job)
    : html`<form method="post" action="/site/check" class="buttons"><input type="hidden" name="at"
value="${placeText(place)}">
<button>${again}</button></form>`
}</section>`;
};

/** The file stands on top of the page. */
const nameOf = (check: string): string => (check.startsWith('compile ') ? 'compiles, no new warning' : check);

/** As the command line says it: what was seen, the first lines of what stands behind it, and what would settle it. */
const checkRow = ({ check, verdict, seen: words, details = [], settle }: Check): Markup =>
  html`<li><div class="row"><span>${seen(nameOf(check))}</span> ${verdictMark(verdict)}</div>
${verdict === 'holds' ? nothing : html`<p class="small soft">${seen(words)}</p>`}
${
  verdict === 'holds' || details.length === 0
    ? nothing
    : html`<details class="small"><summary>More about it</summary><pre
class="said">${seen(details.slice(0, 8).join('\n'))}</pre></details>`
}
${settle === undefined ? nothing : html`<p class="small soft">What settles it:</p>${commandHtml(settle)}`}</li>`;

const notCompiled = html`<li><div class="row"><span>compiles, no new warning</span>
${verdictMark('unknown', 'not asked')}</div></li>`;

const practice = html`<p class="small">This tree is for practice: before anything is sent, look at the same place in
mainline.</p>`;

const subsystemWords = ({ site, stance }: SiteView, isPractice: boolean): Markup => {
  const [owner] = site.subsystems;
  const name =
    owner === undefined
      ? html`Its folder`
      : html`<a href="/subsystem?name=${encodeURIComponent(owner)}">${seen(owner)}</a>`;
  const wants = stance
    ? html`${name} ${stanceWords[stance.stance]}: <span class="soft">${seen(stance.where)}</span>.`
    : owner === undefined
      ? 'No section of MAINTAINERS names this file, so who minds clean-ups here is unknown.'
      : html`${name} says nothing against clean-ups in the documents that Patchling knows.`;
  return html`<h2>This subsystem</h2>
<p class="small">${wants}</p>
${isPractice ? practice : nothing}
<h2>Why this rank</h2>
<ul class="small soft">${site.rankBecause.map((reason) => html`<li>${seen(rankWords(reason))}</li>`)}</ul>`;
};
