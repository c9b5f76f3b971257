import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type DescribedRule, describeRule } from '../../../bench/describeRule.ts';
import { plural } from '../../../core/plural.ts';
import { nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { createKeptWork } from '../work/keptWork.ts';
import { workHtml } from '../work/workHtml.ts';
import type { GateRule } from './gatherRules.ts';
import { groupWords } from './groupWords.ts';
import { rulesAddress } from './ruleAddress.ts';
import { findingHtml, findingRules, groupsHtml, type Listed, rulesHtml, searchHtml } from './rulesHtml.ts';

/** `/rules`: by group; `?group=` one of them, `?q=` by words. */
export const rulesPage = (desk: Desk): Hono => {
  const rules = createKeptWork(desk, 'rules', 10 * 60_000);
  const { host, tree } = desk;
  const answer = (c: Context, content: Content): Response | Promise<Response> =>
    show(c, desk, { here: '/rules', scripts: ['stream.js'], ...content });

  return new Hono().get('/rules', async (c) => {
    const { q, group } = c.req.query();
    const at = q !== undefined ? rulesAddress({ q }) : group !== undefined ? rulesAddress({ group }) : '/rules';
    const wish = { key: tree.folder, order: { tree: tree.folder }, title: 'Reading the tree’s documents' };
    const state = await rules.look({ ...wish, at });
    if (!state.result) return answer(c, { title: 'Rules', headline: 'The rules', body: html`${workHtml(state)}` });
    if (q !== undefined) return answer(c, like(q.slice(0, 200), describeRule(host, tree.folder), state.result));
    if (group === undefined) return answer(c, byGroup(describeRule(host, tree.folder), state.result));
    const own = state.result.filter((one) => one.group === group);
    return own.length === 0 ? c.notFound() : answer(c, ofGroup(group, own));
  });
};

const trail = html`<a href="/rules">Rules</a>`;

const byGroup = (finding: DescribedRule, gate: readonly GateRule[]): Content => ({
  title: 'Rules',
  headline: `${finding.shapes.length} shapes of work, and ${gate.length} ways to spoil a patch`,
  lede: `Each comes from a document of the kernel. ${countOn(gate)} of them stand in this tree; what a tree does not say,
it is not asked for.`,
  body: html`${searchHtml('')}<h2>They find work</h2>${findingHtml(findingRules(finding))}${groupsHtml(gate)}`,
});

const ofGroup = (group: string, own: readonly GateRule[]): Content => {
  const on = countOn(own);
  const which = on === own.length ? 'all of them' : `${on} of them`;
  const lede = `${plural(own.length, 'rule')}, ${which} in this tree’s documents.`;
  return { title: group, trail, headline: groupWords(group), lede, body: rulesHtml(own) };
};

const like = (q: string, finding: DescribedRule, gate: readonly GateRule[]): Content => {
  const words = q.toLowerCase().split(/\s+/);
  const isLike = ({ name, title }: Listed): boolean =>
    words.every((word) => `${name} ${title}`.toLowerCase().includes(word));
  const work = findingRules(finding).filter(isLike);
  const reading = gate.filter(isLike);
  const count = work.length + reading.length;
  const headline = seen(`${plural(count, 'rule')} with “${q}”`);
  const body = html`${searchHtml(q)}
${work.length === 0 ? nothing : html`<h2>They find work</h2>${findingHtml(work)}`}
${reading.length === 0 ? nothing : html`<h2>They read a patch</h2>${rulesHtml(reading)}`}
${count === 0 ? html`<p>No name and no title has these words. <a href="/rules">All of them, by group</a></p>` : nothing}`;
  return { title: headline, trail, headline, body };
};

const countOn = (rules: readonly GateRule[]): number => rules.filter(({ state }) => state === 'found').length;
