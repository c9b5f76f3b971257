import { html } from 'hono/html';
import type { DescribedRule } from '../../../bench/describeRule.ts';
import { plural } from '../../../core/plural.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import type { GateRule } from './gatherRules.ts';
import { groupWords, packDocument } from './groupWords.ts';
import { ruleAddress, rulesAddress } from './ruleAddress.ts';

export const searchHtml = (q: string): Markup => html`<form class="fields look-up" action="/rules" role="search">
<div><label for="q">A word of a rule</label><input id="q" name="q" type="search" value="${seen(q)}" data-search></div>
<button>Look it up</button></form>`;

/** What a list shows of any rule. */
export interface Listed {
  readonly name: string;
  readonly title: string;
}

/** The rules that find work: the family, then its shapes. */
export const findingRules = ({ name, title, shapes }: DescribedRule): readonly Listed[] => [{ name, title }, ...shapes];

export const findingHtml = (rules: readonly Listed[]): Markup =>
  html`<ul class="card plain">${rules.map((one) => row(one.name, one.title, nothing))}</ul>`;

/** The groups of the gate, those that hold for everybody first. */
export const groupsHtml = (rules: readonly GateRule[]): Markup => {
  const group = (isOfPack: boolean): Markup => {
    const groups = Map.groupBy(
      rules.filter((one) => one.isOfPack === isOfPack),
      (one) => one.group,
    );
    return html`<ul class="card plain">${[...groups].map(
      ([name, own]) => html`<li class="row"><span class="words">
<a class="whole" data-row href="${rulesAddress({ group: name })}">${name}</a>
<span class="soft small">${isOfPack ? packDocument(name) : groupWords(name)}</span></span>
<span class="soft small">${plural(own.length, 'rule')}</span></li>`,
    )}</ul>`;
  };
  return html`<h2>They read a patch before a maintainer does</h2>${group(false)}
<h2>And what only some subsystems ask for</h2>${group(true)}`;
};

/** Rules one by one. */
export const rulesHtml = (rules: readonly GateRule[]): Markup =>
  html`<ul class="card plain">${rules.map((rule) => row(rule.name, rule.title, stateHtml(rule)))}</ul>`;

const row = (name: string, title: string, more: Markup): Markup => html`<li class="row"><span class="words">
<a class="whole" data-row href="${ruleAddress(name)}">${name}</a>
<span class="soft small">${seen(title)}</span></span>${more}</li>`;

const stateHtml = ({ severity, state }: GateRule): Markup => {
  if (state === 'found') return html`<span class="soft small">${severity}</span>`;
  return state === 'moved' ? verdictMark('unknown', 'moved') : verdictMark('plain', 'off in this tree');
};
