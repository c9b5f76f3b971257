import { html } from 'hono/html';
import type { AdviceGiven } from '../../../bench/adviseSubsystems.ts';
import { adviceWeights } from '../../../core/subsystem/adviceWeights.ts';
import {
  answersWords,
  noneWords,
  openingAdviceWords,
  unknownGroups,
  whyTwo,
} from '../../../core/subsystem/adviceWords.ts';
import { RECOMMENDED } from '../../../core/subsystem/advise.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { advisedHtml, advisedInShort } from './advisedHtml.ts';
import { subsystemAddress } from './subsystemAddress.ts';

/** `shown` writes a command as it is typed. */
export interface AdviceView {
  readonly tree: string;
  readonly given: AdviceGiven;
  readonly shown: (command: readonly string[]) => string;
}

export const adviceHeadline = ({ given }: AdviceView): string => {
  const count = Math.min(RECOMMENDED, given.advice.advised.length);
  return count === 0 ? 'None of these is one to begin in' : count === 1 ? 'One fits you' : 'These two fit you best';
};

export const adviceLede = ({ given, tree }: AdviceView): string =>
  given.advice.advised.length === 0
    ? seen(noneWords(tree))
    : seen(`${openingAdviceWords(given, tree)} ${answersWords(given.advice.newcomer)}`);

/** The best two side by side, the others in a line each, what changed, what is not known. */
export const adviceHtml = ({ given, shown }: AdviceView): Markup => {
  const { advice, firsts, changed, oddities, notKept } = given;
  const best = advice.advised.slice(0, RECOMMENDED);
  const others = advice.advised.slice(RECOMMENDED);
  const names = best.map(({ name }) => name);
  return html`
${[...oddities, ...(notKept === undefined ? [] : [notKept])].map((one) => html`<p class="note">${seen(one)}</p>`)}
${changed.length === 0 ? nothing : changedHtml(changed)}
<div class="pair">${best.map((one) => {
    const first = firsts.get(one.name);
    return advisedHtml(one, first && { begin: first.begin, command: shown(first.command) });
  })}</div>
${
  best.length < 2
    ? nothing
    : html`<div class="buttons"><a class="button" href="${subsystemAddress(...names)}">The two side by side</a></div>
<p class="after">${whyTwo}</p>`
}
${
  others.length === 0
    ? nothing
    : html`<h2>If these two are not for you</h2>
<ul class="card plain">${others.map((one, at) => advisedInShort(one, RECOMMENDED + at + 1))}</ul>`
}
${best.length === 0 ? nothing : unknownHtml(given)}`;
};

const changedHtml = (changed: readonly string[]): Markup =>
  html`<h2>Since the last time</h2><ul>${changed.map((one) => html`<li>${seen(one)}</li>`)}</ul>`;

const unknownHtml = ({ advice }: AdviceGiven): Markup => {
  const groups = unknownGroups(advice);
  if (groups.length === 0) {
    return html`<p class="soft small after">All that the formula asks was looked at; docs/advice.md has its
${adviceWeights.length} measures and weights.</p>`;
  }
  return html`<h2>Not known, so not counted</h2>
<p class="soft">${Math.round(advice.knownShare * 100)} % of the formula could be looked at.</p>
<ul class="plain unknowns">${groups.map(
    ({ words, settle }) => html`<li>${verdictMark('unknown')} ${seen(words)}
${settle === undefined ? nothing : html`<div class="soft small">settle it:</div>${commandHtml(settle)}`}</li>`,
  )}</ul>`;
};
