import { Hono } from 'hono';
import { html } from 'hono/html';
import { describeRule } from '../../../bench/describeRule.ts';
import { capital } from '../../../core/capital.ts';
import { seen } from '../../parts/markup.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { findingRuleHtml, gateRuleHtml } from './ruleHtml.ts';

/** `/rules/NAME`: any rule at length, as `explain` has it; also `checkpatch:TYPE`. */
export const rulePage = (desk: Desk): Hono => {
  const { host, tree } = desk;
  const trail = html`<a href="/rules">Rules</a>`;
  const common = { here: '/rules', trail };
  return new Hono().get('/rules/:name', async (c) => {
    const name = c.req.param('name');
    // With hundreds of rules behind it: read when one is asked for.
    const { listRule } = await import('../../../bench/listRules.ts');
    const check = listRule(host, tree.folder, name);
    if (check) {
      const { rule } = check;
      const lede = html`<code>${seen(rule.name)}</code>${rule.pack === undefined ? '' : `, only for ${rule.pack}`}`;
      const body = gateRuleHtml(check, host.command);
      return show(c, desk, { ...common, title: rule.name, headline: capital(rule.title), lede, body });
    }
    const rule = describeRule(host, tree.folder);
    const shape = rule.shapes.find((one) => one.name === name);
    if (!shape && name !== rule.name) return c.notFound();
    const { title } = shape ?? rule;
    const lede = html`<code>${name}</code>${shape ? html`, a shape of <a href="/rules/${rule.name}">${rule.name}</a>` : ''}`;
    const body = findingRuleHtml(rule, shape ? [shape] : rule.shapes, host.command);
    return show(c, desk, { ...common, title: name, headline: capital(title), lede, body });
  });
};
