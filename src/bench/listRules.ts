import { allRules } from '../core/preflight/allRules.ts';
import { type FoundSource, readDocuments, type SourceState } from '../core/preflight/foundSource.ts';
import type { PreflightRule } from '../core/preflight/rule.ts';
import type { Host } from '../edge/host.ts';

/** A rule of the gate, and what the user's own tree says about it. */
export interface ListedRule {
  readonly rule: PreflightRule;
  /** `absent`: the tree has no such document, so the rule is off; `moved`: it no longer says so. */
  readonly state: SourceState;
  readonly found: FoundSource | undefined;
}

/** All of them; without a tree nothing is found. */
export const listRules = ({ trees }: Pick<Host, 'trees'>, tree: string | undefined): readonly ListedRule[] => {
  const documents = readDocuments((path) => (tree === undefined ? undefined : trees.text(tree, path)));
  return allRules.map((rule) => ({
    rule,
    state: documents.state(rule.sources),
    found: documents.find(rule.sources),
  }));
};
