import { type ListedRule, listRules } from '../bench/listRules.ts';
import { plural } from '../core/plural.ts';
import type { Called } from './commandTable.ts';
import type { Face } from './face.ts';
import { treeOrNone } from './rulesCommand.ts';

/** `check --rules`: the table of the gate's rules with their sources, as the tree at hand has them. */
export const sayRules = async (face: Face, options: Called['options']): Promise<number> => {
  const { say, json, paint, host } = face;
  const tree = await treeOrNone(face, options);
  const listed = listRules(host, tree);
  if (json) {
    for (const one of listed) say(JSON.stringify(checkJson(one)));
    return 0;
  }
  const wide = Math.max(...listed.map(({ rule }) => rule.name.length));
  for (const [group, rules] of Map.groupBy(listed, ({ rule }) => rule.pack ?? rule.group)) {
    say(paint('strong', group));
    for (const one of rules) say(`  ${ruleLine(one, wide, face)}`);
    say();
  }
  const on = listed.filter(({ state }) => state === 'found').length;
  say(
    `${plural(listed.length, 'rule')}, ${on} of them in this tree's documents. One at length: ${host.command} explain RULE`,
  );
  return 0;
};

const ruleLine = ({ rule, state, found }: ListedRule, wide: number, { paint }: Face): string => {
  const [source] = rule.sources;
  const newer = source?.newerThan === undefined ? '' : ` (newer than ${source.newerThan})`;
  const where = found
    ? `${found.file}:${found.line} "${found.heading}"`
    : `${paint('unknown', state === 'moved' ? '? moved:' : 'off:')} ${source?.file}${newer}`;
  return `${rule.name.padEnd(wide)}  ${rule.severity.padEnd(7)}  ${rule.title}\n    ${paint('soft', where)}`;
};

/** A rule of the gate, as scripts get it. */
export const checkJson = ({ rule, state, found }: ListedRule): Record<string, unknown> => ({
  rule: rule.name,
  title: rule.title,
  group: rule.group,
  severity: rule.severity,
  pack: rule.pack ?? null,
  state,
  source: found ?? { ...rule.sources[0], line: null, words: null },
  sources: rule.sources,
  covers: rule.covers,
});
