import { type DescribedRule, describeRule } from '../bench/describeRule.ts';
import { Trouble } from '../core/trouble.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { requireRule } from './requireRule.ts';
import { treeFor } from './treeFor.ts';

/** `rules [RULE]`: what there is to find. Without a tree its document's words are left out, and that is said. */
export const run: Run = async (face, { args, options }) => {
  const [name] = args;
  requireRule(name);
  const rule = describeRule(face.host, await treeOrNone(face, options));
  if (face.json) face.say(JSON.stringify(ruleJson(rule)));
  else for (const line of ruleLines(rule, face)) face.say(line);
  return 0;
};

/** The tree's folder; the words of a rule do not need one. */
export const treeOrNone = async (face: Face, options: Called['options']): Promise<string | undefined> => {
  const isNamed = options['tree'] !== undefined || face.host.env['PATCHLING_TREE'];
  try {
    return (await treeFor(face, options)).folder;
  } catch (error) {
    if (error instanceof Trouble && !isNamed) return undefined;
    throw error;
  }
};

export const ruleJson = (rule: DescribedRule): Record<string, unknown> => ({
  rule: rule.name,
  title: rule.title,
  source: { file: rule.source.file, heading: rule.source.heading, line: rule.section?.line ?? null },
  words: rule.section?.phrase?.text ?? null,
  fixes: rule.shapes.filter((shape) => shape.fixes).map((shape) => shape.name),
  refuses: [...new Set(rule.shapes.flatMap((shape) => shape.refuses))],
  shapes: rule.shapes.map(({ name, title, cure }) => ({ shape: name, title, cure })),
});

const ruleLines = (rule: DescribedRule, { paint, host }: Face): string[] => [
  paint('strong', rule.name),
  `  ${rule.title}`,
  `  ${paint('soft', `${rule.source.file}, "${rule.source.heading}"`)}`,
  `  ${rule.section?.phrase ? `“${rule.section.phrase.text}”` : paint('unknown', `? unknown: ${rule.missing}`)}`,
  ...rule.shapes.map((shape) => `  ${paint('leaf', shape.name)}  ${shape.title}`),
  paint('soft', `At length: ${host.command} explain ${rule.name}`),
];
