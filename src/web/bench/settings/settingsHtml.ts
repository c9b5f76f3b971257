import { html } from 'hono/html';
import type { SettingOrigin } from '../../../edge/git/settingOrigins.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { type SettingRow, settingRows, unsetOf } from './settingRows.ts';
import type { Settings } from './showSettings.ts';

export const settingsHeadline = ({ identity }: Settings): string =>
  identity ? seen(`You write as ${identity.name} <${identity.email}>`) : 'Git does not know who you are yet';

/** What is read from git, and where each came from. */
export const gitSettingsHtml = ({ settings, identity, fromEnvironment }: Settings): Markup => {
  if (!settings) {
    return html`<p>${verdictMark('unknown')} Git could not say where its settings stand: it is missing, or older than 2.26.</p>
${commandHtml('git config --list --show-origin --show-scope')}`;
  }
  const unset = unsetOf(settings, identity !== undefined);
  return html`
${
  fromEnvironment.length === 0
    ? nothing
    : html`<p>Your environment says who you are, before any file: ${fromEnvironment.map(
        (name, at) => html`${at === 0 ? '' : ', '}<code>${name}</code>`,
      )}.</p>`
}
${settings.length === 0 ? html`<p>Git has none of the settings that Patchling reads.</p>` : table(settings)}
${
  unset.length === 0
    ? nothing
    : html`<h3 class="after">Not set</h3>${unset.map(
        ({ name, costs, command }) => html`<p><strong>${name}</strong>: ${costs}</p>${commandHtml(command)}`,
      )}`
}`;
};

const table = (settings: readonly SettingOrigin[]): Markup => html`<div class="card stacks"><table>
<thead><tr><th scope="col">setting</th><th scope="col">value</th><th scope="col">from</th></tr></thead>
<tbody>${settingRows(settings).map(settingRow)}</tbody></table></div>`;

const settingRow = ({ name, value, scope, origin, counts }: SettingRow): Markup => html`<tr>
<th scope="row"><code>${seen(name)}</code></th>
<td>${value === undefined ? html`<em class="soft">set, not shown</em>` : seen(value)}
${counts ? nothing : html`<span class="soft small">· another line takes its place</span>`}</td>
<td class="soft">${scope} · ${seen(origin)}</td></tr>`;

/** Where its own files lie. */
export const foldersHtml = ({ folders }: Settings): Markup => html`<div class="card stacks"><table>
<thead><tr><th scope="col">folder</th><th scope="col">holds</th><th scope="col">from</th></tr></thead>
<tbody>${folders.map(
  ({ folder, holds, variable, isSet }) => html`<tr><th scope="row"><code>${seen(folder)}</code></th><td>${holds}</td>
<td class="soft">${isSet ? variable : `the default, without ${variable}`}</td></tr>`,
)}</tbody></table></div>`;
