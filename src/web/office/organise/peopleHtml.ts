import { html } from 'hono/html';
import { passkeyReasons } from '../../../core/programme/passkeyReason.ts';
import { teamRoles } from '../../../office/people/grantRole.ts';
import type { TeamMember } from '../../../office/people/readTeam.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface InviteTyped {
  readonly address: string;
  readonly name: string;
  readonly role: string;
}

interface PeopleView {
  readonly team: readonly TeamMember[];
  /** Whoever looks: nobody takes their own passkeys away here. */
  readonly own: string | undefined;
  readonly here: string;
  readonly typed: InviteTyped | undefined;
}

export const peopleHtml = ({ team, own, here, typed }: PeopleView): Markup => html`
<ul class="card plain team">${team.map((one) => member(one, here))}</ul>
${lostHtml(
  team.filter(({ person, hasPasskey }) => hasPasskey && person !== own),
  here,
)}
<h2>Invite somebody</h2>
<form method="post" action="${here}/invite" class="form">
<div class="field"><label for="address">Address</label><input id="address" name="address" type="email" required autocomplete="off"
value="${typed?.address ?? ''}" aria-describedby="address-hint"><p class="hint" id="address-hint">They get a mail with an address
to sign in at, which says that you gave theirs to us. The role is theirs at once.</p></div>
<div class="fields"><div><label for="invited">Name, if you know it</label><input id="invited" name="name" maxlength="200"
autocomplete="off" value="${typed?.name ?? ''}"></div><div class="narrow"><label for="role">As</label><select id="role"
name="role">
${teamRoles.map((role) => html`<option${typed?.role === role ? html` selected` : nothing}>${role}</option>`)}</select></div></div>
<p class="buttons"><button class="main">Invite</button></p></form>`;

/** Closed until it is needed: it is not undone. */
const lostHtml = (team: readonly TeamMember[], here: string): Markup =>
  team.length === 0
    ? nothing
    : html`<details><summary>Somebody lost their passkey</summary>
<form method="post" action="${here}/passkey-lost" class="form"><p>Make sure first that it is really they who ask, by a way other
than mail. Their passkeys are taken away and they are signed out everywhere; then a link lets them register another. They get
a mail about it.</p>
<div class="fields"><div><label for="lost-by">Who</label><select id="lost-by" name="person">${team.map(
        ({ person, name }) => html`<option value="${person}">${seen(name)}</option>`,
      )}</select></div>
<div><label for="lost-why">Why</label><select id="lost-why" name="reason">${Object.entries(passkeyReasons).map(
        ([reason, words]) => html`<option value="${reason}">${words}</option>`,
      )}</select></div></div>
<p class="buttons"><button>Take their passkeys away</button></p></form></details>`;

const member = ({ person, name, address, roles, isProven }: TeamMember, here: string): Markup => {
  const more = teamRoles.filter((role) => !roles.includes(role));
  return html`<li class="row"><div class="words"><strong>${seen(name)}</strong><span class="soft small">${seen(address ?? '')}${
    isProven ? nothing : ' · has not signed in yet'
  }</span></div><div class="roles">${roles.map(
    (role) => html`<form method="post" action="${here}/take"><input type="hidden" name="person" value="${person}">
<input type="hidden" name="role" value="${role}"><span>${role}</span>
<button class="small" aria-label="Take ${role} from ${seen(name)}">Take</button></form>`,
  )}${
    more.length === 0
      ? nothing
      : html`<form method="post" action="${here}/give"><input type="hidden" name="person" value="${person}">
<select name="role" aria-label="Another role for ${seen(name)}">${more.map((role) => html`<option>${role}</option>`)}</select>
<button class="small">Give</button></form>`
  }</div></li>`;
};
