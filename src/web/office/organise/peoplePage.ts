import { Hono } from 'hono';
import { isPasskeyReason } from '../../../core/programme/passkeyReason.ts';
import { grantRole, takeRole, teamRoles } from '../../../office/people/grantRole.ts';
import { invite } from '../../../office/people/invite.ts';
import { readTeam } from '../../../office/people/readTeam.ts';
import { takePasskeys } from '../../../office/signIn/takePasskeys.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';
import { type InviteTyped, peopleHtml } from './peopleHtml.ts';

const at = '/:programme/:term/organise/people';

/** The team of a term: who is what, and who is asked to join. */
export const peoplePage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      return term ? showPeople(c, desk, term, {}) : nothingHere(c, desk);
    })
    .post(`${at}/give`, (c) => change(c, desk, grantRole))
    .post(`${at}/take`, (c) => change(c, desk, takeRole))
    .post(`${at}/passkey-lost`, (c) => takeAway(c, desk))
    .post(`${at}/invite`, (c) => ask(c, desk));

async function change(c: Page, desk: FrontDesk, verb: typeof grantRole | typeof takeRole): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const role = teamRoles.find((one) => one === form['role']);
  if (!role) return refusedPage(c, desk, 'What was sent is not this form.');
  const person = formText(form, 'person');
  const done = await verb(desk.office, c.get('visit').asker, { term: term.id, person, role });
  if (done.kind === 'refused') return showPeople(c, desk, term, { problems: [done.because] });
  return c.redirect(`${termAddress(term)}/organise/people`, 303);
}

async function ask(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const typed = { address: formText(form, 'address'), name: formText(form, 'name'), role: formText(form, 'role') };
  const role = teamRoles.find((one) => one === typed.role);
  if (!role) return showPeople(c, desk, term, { typed, problems: ['Choose a role.'] });
  const done = await invite(desk.office, c.get('visit').asker, { ...typed, term: term.id, role });
  if (done.kind === 'refused') return showPeople(c, desk, term, { typed, problems: [done.because] });
  return c.redirect(`${termAddress(term)}/organise/people?asked=${done.kind === 'invited' ? '1' : 'before'}`, 303);
}

async function takeAway(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const reason = formText(form, 'reason');
  if (!isPasskeyReason(reason)) return refusedPage(c, desk, 'What was sent is not this form.');
  const order = { term: term.id, person: formText(form, 'person'), reason };
  const done = await takePasskeys(desk.office, c.get('visit').asker, order);
  if (done.kind === 'refused') return showPeople(c, desk, term, { problems: [done.because] });
  return c.redirect(`${termAddress(term)}/organise/people?asked=passkey`, 303);
}

async function showPeople(
  c: Page,
  desk: FrontDesk,
  term: Term,
  { typed, problems = [] }: { readonly typed?: InviteTyped; readonly problems?: readonly string[] },
): Promise<Response> {
  const team = await readTeam(desk.office, c.get('visit').asker, term.id);
  if (!team) return nothingHere(c, desk);
  const asked = c.req.query('asked');
  return showOrganise(c, desk, term, {
    ...{
      sub: '/people',
      title: 'Team',
      headline: team.length === 1 ? 'The team is you' : `The team is ${team.length} people`,
      problems,
    },
    lede: 'Mentors, lead mentors and organisers sign in with a passkey before they can use their role.',
    done: problems.length > 0 || asked === undefined ? undefined : askedWords(asked),
    body: peopleHtml({ team, own: c.get('visit').asker.id, here: `${termAddress(term)}/organise/people`, typed }),
  });
}

const askedWords = (asked: string): string => {
  if (asked === 'passkey')
    return 'Their passkeys are gone. A mail tells them, and that a link lets them register another.';
  return asked === '1' ? 'Invited. The mail is on its way.' : 'They were invited so before: no second mail was sent.';
};
