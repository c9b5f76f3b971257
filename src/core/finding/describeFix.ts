import type { Edit } from '../patch/editText.ts';
import { oneLine } from './oneLine.ts';
import type { Allocation, Rewrite } from './rule.ts';

export interface FixWords {
  /** Behind the prefix: `use kmalloc_array() in vmalloc_info_show()`. */
  readonly subject: string;
  /** What was changed and the document that it follows; never why it matters here: that is the person's to say. */
  readonly what: string;
}

/** The helper that the edit puts in: the two-factor form, or the one that computes the size. */
export const helperOf = ({ allocator }: Allocation, rewrite: Rewrite): string => {
  const inside = /^(array_size|struct_size_t|struct_size)\(/.exec(rewrite.arguments[allocator.size] ?? '')?.[1];
  return inside ?? rewrite.name;
};

/** `edits` are those that were made: a memcpy() beside is told of only where one of them changes it. */
export const describeFix = (
  allocation: Allocation,
  rewrite: Rewrite,
  edits: readonly Edit[],
  heading: string,
): FixWords => {
  const { found, allocator, size } = allocation;
  const helper = helperOf(allocation, rewrite);
  const place = found.functionName === '' ? '' : ` in ${found.functionName}()`;
  const computed = oneLine(size.text);
  const instead = `computing ${computed} in the argument of ${allocator.name}()`;
  const done =
    helper === rewrite.name
      ? `Use ${helper}(), which takes both factors and fails when their product wraps, instead of ${instead}`
      : `Let ${helper}() compute the size, so that it saturates instead of wrapping, rather than ${instead}`;
  const isCopied = edits.some(({ text }) => text.startsWith('memcpy('));
  const copied = isCopied ? ' The same product beside it becomes flex_array_size().' : '';
  return {
    subject: `use ${helper}()${place}`,
    what: `${done}. Documentation/process/deprecated.rst asks for this under "${heading}".${copied}`,
  };
};
