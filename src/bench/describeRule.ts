import type { Example, Source } from '../core/finding/rule.ts';
import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import { type DocumentSection, findSection } from '../core/tree/documentSection.ts';
import type { Host } from '../edge/host.ts';

export interface DescribedRule {
  readonly name: string;
  readonly title: string;
  readonly source: Source;
  /** As the user's tree has it. */
  readonly section: DocumentSection | undefined;
  /** Why the section is not shown. */
  readonly missing: string;
  readonly shapes: readonly DescribedShape[];
}

export interface DescribedShape {
  readonly name: string;
  readonly title: string;
  readonly cure: string;
  readonly fixes: boolean;
  /** The names of the reasons that its examples show. */
  readonly refuses: readonly string[];
  readonly examples: readonly Example[];
}

/** The rule with the words of the tree's own document. */
export const describeRule = (host: Pick<Host, 'trees'>, tree: string | undefined): DescribedRule => {
  const { name, title, source, shapes } = allocatorArithmetic;
  const text = tree === undefined ? undefined : host.trees.text(tree, source.file);
  const section = text === undefined ? undefined : findSection(text, source.heading, source.phrase);
  return {
    name,
    title,
    source,
    section,
    missing:
      tree === undefined
        ? 'no tree was named to read the document from'
        : `${source.file} of this tree has no such section`,
    shapes: shapes.map((shape) => ({
      name: shape.name,
      title: shape.title,
      cure: shape.cure,
      fixes: shape.examples.some((example) => example.after !== undefined),
      refuses: shape.examples.flatMap((example) => example.refused ?? []),
      examples: shape.examples,
    })),
  };
};
