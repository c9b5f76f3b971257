import type { Allocation, Ask, Refusal, Rewrite, Shaped, ShapeRule } from './rule.ts';
import { headerAndArray } from './rules/headerAndArray.ts';
import { headerAndBytes } from './rules/headerAndBytes.ts';
import { otherArithmetic } from './rules/otherArithmetic.ts';
import { productInAllocation } from './rules/productInAllocation.ts';
import type { SizeShape } from './sizeShape.ts';
import { speaksAgainst } from './speaksAgainst.ts';

/** What is to be done about a site: the rewrite, or everything that speaks against it, the gravest first. */
export type Judgement = Rewrite | { readonly fix: 'refused' | 'by hand'; readonly refusals: readonly Refusal[] };

/** Where a file stands may speak against it before anything is read in it; `elsewhere` is that sentence. */
export const judge = (allocation: Allocation, elsewhere: readonly Refusal[]): Judgement => {
  const common = [...elsewhere, ...speaksAgainst(allocation)];
  switch (allocation.shape.shape) {
    case 'product':
      return byRule(productInAllocation, { ...allocation, shape: allocation.shape }, common);
    case 'header and array':
      return byRule(headerAndArray, { ...allocation, shape: allocation.shape }, common);
    case 'header and bytes':
      return byRule(headerAndBytes, { ...allocation, shape: allocation.shape }, common);
    case 'other':
      return byRule(otherArithmetic, { ...allocation, shape: allocation.shape }, common);
    default:
      return allocation.shape satisfies never;
  }
};

const byRule = <Name extends SizeShape['shape']>(
  rule: ShapeRule<Name>,
  allocation: Shaped<Name>,
  common: readonly Refusal[],
): Judgement => {
  const isConstant = common.some(({ reason }) => reason === 'constant');
  const asked = rule.asks.flatMap((ask: Ask<Name>) => ask(allocation) ?? []);
  // What does not vary is neither a sum that may wrap nor several arrays; but a product it may still only look like.
  const misread = asked.filter(({ reason }) => reason === 'precedence');
  const against = isConstant ? [...misread, ...common] : [...common, ...asked];
  if (against.length > 0) return gravestFirst(against);
  const outcome = rule.rewrite(allocation);
  return outcome.fix === 'ready' ? outcome : gravestFirst([outcome]);
};

const gravestFirst = (refusals: readonly Refusal[]): Judgement => {
  const sorted = [
    ...refusals.filter((one) => one.fix === 'refused'),
    ...refusals.filter((one) => one.fix === 'by hand'),
  ];
  return { fix: sorted[0]?.fix ?? 'by hand', refusals: sorted };
};
