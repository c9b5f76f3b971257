import { Hono } from 'hono';
import { html } from 'hono/html';
import { retentionClasses } from '../../../core/programme/retentionClasses.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';

/** What is kept of people, for how long, who reads it, and how they get it out or away. */
export const privacyPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().get('/privacy', (c) =>
    show(c, desk, {
      ...{ here: '/privacy', title: 'Privacy', headline: 'What is kept of you, and for how long' },
      lede: 'As little as works. You can take all of it with you, or have it erased, by yourself and without asking anyone.',
      body: html`<table class="plain"><thead><tr><th scope="col">What</th><th scope="col">What for</th>
<th scope="col">Who reads it</th><th scope="col">How long</th></tr></thead>
<tbody>${retentionClasses.map(
        ({
          what,
          purpose,
          readers,
          kept,
        }) => html`<tr><th scope="row">${what}</th><td data-name="What for">${purpose}</td>
<td data-name="Who reads it">${readers}</td><td data-name="How long">${kept}</td></tr>`,
      )}</tbody></table>
<h2>What is never asked</h2>
<p>No CV, picture, telephone number, postal address, degree or date of birth. Nobody is ranked, and no page shows how many
patches somebody has.</p>
<h2>What cannot be taken back</h2>
<p>Mails that you sent to a public list, and commits that were merged, are other people’s to keep. Erasing you here does not
reach them.</p>
<h2>Machines</h2>
<p>A machine may pass a task. It never declines an application and never fails a person: people do that, with reasons.</p>`,
    }),
  );
