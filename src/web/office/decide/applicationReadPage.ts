import { Hono } from 'hono';
import { html } from 'hono/html';
import { readTeam } from '../../../office/people/readTeam.ts';
import { assignByHand, releaseReviewer } from '../../../office/review/assignByHand.ts';
import { reviewingRoles } from '../../../office/review/assignReviewers.ts';
import { readersOf } from '../../../office/review/readersOf.ts';
import { readReview } from '../../../office/review/readReview.ts';
import { formText } from '../../parts/formText.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { reviewHtml } from '../review/reviewHtml.ts';
import { decidingIn } from './decidePage.ts';

const at = '/:programme/:term/decide/application/:application';

/** One application for a lead mentor: what was written, what was said, and who reads it. */
export const applicationReadPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, (c) => showOne(c, desk))
    .post(`${at}/assign`, (c) => change(c, desk, assignByHand))
    .post(`${at}/release`, (c) => change(c, desk, releaseReviewer));

async function showOne(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await decidingIn(c, desk);
  const { asker } = c.get('visit');
  const application = c.req.param('application') ?? '';
  const review = term && (await readReview(desk.office, asker, { term: term.id, application }));
  if (!term || !review) return nothingHere(c, desk);
  const room = `${termAddress(term)}/decide`;
  const here = `${room}/application/${application}`;
  const [team, readers] = await Promise.all([
    readTeam(desk.office, asker, term.id),
    readersOf(desk.office, application),
  ]);
  const people = (team ?? []).filter(({ roles }) => roles.some((role) => reviewingRoles.includes(role)));
  const view = { review: { ...review, mayRate: false }, term, here, next: undefined };
  return show(c, desk, {
    ...{ term, here: room, title: review.name, headline: html`${seen(review.name)}: ${review.state}` },
    trail: html`<a href="${room}">Decide</a>`,
    lede: 'Whoever is assigned to it reads and rates it in their own pile.',
    body: html`${reviewHtml(view)}<h2>Readers</h2>${readersHtml(people, readers, here)}`,
  });
}

type Person = { readonly person: string; readonly name: string };
type Readers = Awaited<ReturnType<typeof readersOf>>;

function readersHtml(people: readonly Person[], { reviewers, conflicts }: Readers, here: string): Markup {
  const nameOf = (id: string) => people.find(({ person }) => person === id)?.name ?? 'somebody who has left the team';
  const free = people.filter(({ person }) => !reviewers.includes(person));
  return html`<ul class="card plain">${reviewers.map(
    (id) =>
      html`<li class="row"><span>${seen(nameOf(id))}</span>${
        conflicts.includes(id)
          ? html`<span class="soft">said a conflict</span>`
          : html`<form method="post" action="${here}/release"><input type="hidden" name="reviewer" value="${id}"><button
aria-label="Take it back from ${seen(nameOf(id))}">Take it back</button></form>`
      }</li>`,
  )}</ul>
${
  free.length === 0
    ? nothing
    : html`<form method="post" action="${here}/assign" class="fields"><div class="narrow"><label for="reviewer">Another
reader</label>
<select id="reviewer" name="reviewer">${free.map(
        ({ person, name }) => html`<option
value="${person}">${seen(name)}</option>`,
      )}</select>
</div><button>Assign</button></form>`
}`;
}

async function change(c: Page, desk: FrontDesk, verb: typeof assignByHand | typeof releaseReviewer): Promise<Response> {
  const term = await decidingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const application = c.req.param('application') ?? '';
  const reviewer = formText(await sentForm(c), 'reviewer');
  const done = await verb(desk.office, c.get('visit').asker, { application, reviewer });
  if (done.kind === 'refused') return refusedPage(c, desk, done);
  return c.redirect(`${termAddress(term)}/decide/application/${application}`, 303);
}
