import { html } from 'hono/html';
import type { DescribedRule, DescribedShape } from '../../../bench/describeRule.ts';
import type { ListedRule } from '../../../bench/listRules.ts';
import { capital } from '../../../core/capital.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { exampleHtml, fixExamplesHtml, leftAloneHtml } from './exampleHtml.ts';
import { ruleAddress, rulesAddress } from './ruleAddress.ts';
import { notSaidHtml, sourceHtml } from './sourceHtml.ts';

const SEVERITIES = {
  error: 'an error: the document is plain, and the machine is sure',
  warning: 'a warning: maintainers mind it',
  note: 'a note: a question, since the machine can only guess',
} as const;

/** A rule of the gate: why, what to do, the tree's own words, examples, how to turn it off. `command` is ours. */
export const gateRuleHtml = ({ rule, state, found }: ListedRule, command: string): Markup => {
  const [source] = rule.sources;
  const why = state === 'moved' ? 'does not speak of it' : 'is not in this tree, so the rule is off';
  const group = rule.pack ?? rule.group;
  const good = rule.examples.filter(({ finds, unknown }) => finds === undefined && unknown === undefined);
  const bad = rule.examples.filter(({ finds }) => finds !== undefined);
  return html`<dl class="card facts pad rows">
<dt>why</dt><dd>${seen(rule.why)}</dd>
<dt>next</dt><dd>${seen(rule.next)}</dd>
<dt>it is</dt><dd>${SEVERITIES[rule.severity]}</dd>
<dt>group</dt><dd><a href="${rulesAddress({ group })}">${group}</a></dd>
</dl>
<h2>In the tree’s own words</h2>
${found ? sourceHtml(found) : notSaidHtml(source?.file ?? '', source?.heading ?? '', why)}
${rule.examples.length === 0 ? nothing : html`<h2>Examples</h2>${[...bad.slice(0, 3), ...good.slice(0, 2)].map(exampleHtml)}`}
<h2>Not for your patch?</h2>
<p>Turn it off for that patch and say why: the journal keeps your reason.</p>
${commandHtml(`${command} check PATCH --without ${rule.name} --because "…"`)}`;
};

/** A rule that finds work, or one of its shapes. `command` is ours. */
export const findingRuleHtml = (
  rule: DescribedRule,
  shapes: readonly DescribedShape[],
  command: string,
): Markup => html`
<h2>In the tree’s own words</h2>
${
  rule.section
    ? sourceHtml({
        file: rule.source.file,
        heading: rule.section.heading,
        line: rule.section.phrase?.line ?? rule.section.line,
        words: rule.section.phrase?.text ?? '',
      })
    : notSaidHtml(rule.source.file, rule.source.heading, `is not shown: ${rule.missing}`)
}
${rule.section ? sectionHtml(rule.section.words) : nothing}
${shapes.map((shape) => shapeHtml(shape, shapes.length === 1))}
<div class="buttons"><a class="button main" href="/find?${new URLSearchParams({ rule: rule.name })}">Sites in this tree</a></div>
<p class="soft small after">On the command line: <code>${command} find --rule ${rule.name}</code></p>`;

const sectionHtml = (words: string): Markup =>
  html`<details><summary>The whole section</summary><pre class="section">${seen(words)}</pre></details>`;

const shapeHtml = ({ name, title, cure, examples }: DescribedShape, isAlone: boolean): Markup => {
  const ready = examples.filter(({ after }) => after !== undefined);
  const left = examples.filter(({ after }) => after === undefined);
  return html`
<h2>${isAlone ? 'What it becomes' : html`<a data-row href="${ruleAddress(name)}">${name}</a>`}</h2>
<p>${isAlone ? nothing : html`${seen(capital(title))}. `}It becomes ${seen(cure)}.</p>
${ready.length === 0 ? nothing : fixExamplesHtml(ready.slice(0, isAlone ? 6 : 1))}
${
  left.length === 0
    ? nothing
    : isAlone
      ? html`<h2>When a machine leaves it alone</h2>${leftAloneHtml(left)}`
      : html`<p class="soft small">Left alone: ${[...new Set(left.map(({ refused }) => refused))].join(', ')}.</p>`
}`;
};
