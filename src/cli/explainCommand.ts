import { type DescribedRule, type DescribedShape, describeRule } from '../bench/describeRule.ts';
import { type ListedRule, listRule } from '../bench/listRules.ts';
import type { Run } from './commandTable.ts';
import { explainCheck } from './explainCheck.ts';
import type { Face } from './face.ts';
import { requireRule } from './requireRule.ts';
import { ruleJson, treeOrNone } from './rulesCommand.ts';
import { checkJson } from './sayRules.ts';

/** `explain RULE`: a family, one of its shapes, or a rule of the gate, at length. */
export const run: Run = async (face, { args, options }) => {
  const [name = ''] = args;
  const tree = await treeOrNone(face, options);
  const check = listRule(face.host, tree, name);
  if (check) return sayCheck(face, check);
  const rule = describeRule(face.host, tree);
  const shape = rule.shapes.find((one) => one.name === name);
  requireRule(name, shape ? [name] : []);
  if (face.json) face.say(JSON.stringify(ruleJson(rule)));
  else for (const line of explainLines(rule, shape ? [shape] : rule.shapes, face)) face.say(line);
  return 0;
};

const sayCheck = (face: Face, check: ListedRule): number => {
  if (face.json) face.say(JSON.stringify(checkJson(check)));
  else explainCheck(check, face);
  return 0;
};

const explainLines = (rule: DescribedRule, shapes: readonly DescribedShape[], { paint }: Face): string[] => [
  paint('strong', rule.title),
  paint('soft', `${rule.source.file}, line ${rule.section?.line ?? '?'}`),
  '',
  ...(rule.section?.words
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`) ?? [paint('unknown', `? unknown: ${rule.missing}`)]),
  ...shapes.flatMap((shape) => [
    '',
    `${paint('strong', shape.name)}: ${shape.title}`,
    `  becomes: ${shape.cure}`,
    ...shape.examples.flatMap(({ before, after, refused }) =>
      after === undefined
        ? [`  ${paint('unknown', '→ left alone')} (${refused})  ${before.replace(/\s*\n\s*/g, ' ')}`]
        : [`  ${paint('removed', `- ${before}`)}`, `  ${paint('added', `+ ${after}`)}`],
    ),
  ]),
];
