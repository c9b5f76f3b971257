import { allRules } from '../core/preflight/allRules.ts';
import { checkpatchSources, checkpatchWords } from '../core/preflight/checkpatchWords.ts';
import { type FoundSource, readDocuments, type SourceState } from '../core/preflight/foundSource.ts';
import type { PreflightRule } from '../core/preflight/rule.ts';
import { checkpatchSays } from '../core/preflight/rules/content/checkpatchSays.ts';
import type { Host } from '../edge/host.ts';

/** A rule of the gate, and what the user's own tree says about it. */
export interface ListedRule {
  readonly rule: PreflightRule;
  /** `absent`: the tree has no such document, so the rule is off; `moved`: it does not say so. */
  readonly state: SourceState;
  readonly found: FoundSource | undefined;
}

/** What the tree says of one of checkpatch's own names, `checkpatch:LONG_LINE`; undefined for other names. */
const listCheckpatch = (
  { trees }: Pick<Host, 'trees'>,
  tree: string | undefined,
  name: string,
): ListedRule | undefined => {
  const type = /^checkpatch:([A-Z0-9_]+)$/.exec(name)?.[1];
  const [rule] = checkpatchSays;
  if (type === undefined || rule === undefined) return undefined;
  const found = checkpatchWords((path) => (tree === undefined ? undefined : trees.text(tree, path)), type);
  const title = `scripts/checkpatch.pl --strict says it: ${type}`;
  const sources = checkpatchSources(type);
  return { rule: { ...rule, name, title, sources, examples: [] }, state: found ? 'found' : 'moved', found };
};

/** All of them; without a tree nothing is found. */
export const listRules = (host: Pick<Host, 'trees'>, tree: string | undefined): readonly ListedRule[] =>
  listed(host, tree, allRules);

/** One by its name, or one of checkpatch's own; undefined where there is none. */
export const listRule = (host: Pick<Host, 'trees'>, tree: string | undefined, name: string): ListedRule | undefined => {
  const named = allRules.filter((rule) => rule.name === name);
  return listCheckpatch(host, tree, name) ?? listed(host, tree, named)[0];
};

const listed = (
  { trees }: Pick<Host, 'trees'>,
  tree: string | undefined,
  rules: readonly PreflightRule[],
): readonly ListedRule[] => {
  const documents = readDocuments((path) => (tree === undefined ? undefined : trees.text(tree, path)));
  return rules.map((rule) => ({
    rule,
    state: documents.state(rule.sources),
    found: documents.find(rule.sources),
  }));
};
