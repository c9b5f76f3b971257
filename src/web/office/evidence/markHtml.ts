import { html } from 'hono/html';
import type { EvidenceKind } from '../../../core/evidence/evidence.ts';
import type { EvidenceNeed } from '../../../core/evidence/taskEvidence.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

/** What somebody's evidence for a task has to bear, and where. `at` is the task's address. */
export const markHtml = (nonce: string, needs: readonly EvidenceNeed[], at: string): Markup => html`<h2>Your mark</h2>
<p>A machine looks at what you hand in, at once. What you make for this task bears your mark, so that it is known to be yours:</p>
<p><code>${nonce}</code></p>
<ul>${needs.map((need) => html`<li>${placeOf(need, nonce)}</li>`)}</ul>
${
  needs.some(({ kind }) => kind === 'decoded trace')
    ? html`<p><a href="${at}/trace" download>Your own trace</a>, which nobody else has.</p>`
    : nothing
}
<details class="fold"><summary>Others have seen it</summary><p>Then get another: what was made with this one counts no more.</p>
<form method="post" action="${at}/mark"><p class="buttons"><button>Get another mark</button></p></form></details>`;

const placeOf = (need: EvidenceNeed, nonce: string): Markup => {
  if (need.kind === 'boot log') {
    return need.kernel === 'own'
      ? html`a boot log of your own kernel: <code>CONFIG_LOCALVERSION="-${nonce}"</code>, so that <code>uname -r</code> has it`
      : html`a boot log: <code>patchling.nonce=${nonce}</code> on the kernel’s command line, and
<code>sudo dmesg &gt; boot.txt</code> afterwards`;
  }
  if (need.kind === 'public') return html`${seen(PUBLIC[need.what])}`;
  if (need.kind === 'patch' && !need.marked) return html`a patch, by the address with which you sign in`;
  return html`${seen(PLACES[need.kind].replace('MARK', nonce))}`;
};

const PUBLIC = {
  message: 'the Message-ID of your mail in the archive, in what you say of it',
  commit: 'the hash of your commit, in what you say of it',
} as const;

const PLACES: Readonly<Record<Exclude<EvidenceKind, 'boot log' | 'public'>, string>> = {
  config: 'the .config, with CONFIG_LOCALVERSION="-MARK"',
  module: 'what your module prints as it is loaded, MARK in it, with modinfo and uname -r',
  'test results': 'the output of the tests, with a line that has MARK before it, as uname -r or /proc/cmdline',
  'decoded trace': 'your own trace, decoded line by line',
  mail: 'a mail of git send-email to your address for this task, with MARK in its subject or text',
  patch: 'a patch, with MARK below its ---, where git am leaves it out',
  certificate: 'the certificate as a file; a mentor looks at it',
};
