import type { Edit } from '../patch/editText.ts';
import { describeFix, helperOf } from './describeFix.ts';
import { oneLine } from './oneLine.ts';
import type { Allocation, Rewrite } from './rule.ts';

/** A site that is changed, and the edits of it that are in the patch. */
export interface Fixed {
  readonly allocation: Allocation;
  readonly rewrite: Rewrite;
  readonly edits: readonly Edit[];
}

export interface FixesWords {
  /** Behind the prefix, the one that says most first: for a long prefix there are shorter ones. */
  readonly subjects: readonly [string, ...string[]];
  /** What was changed and the document that it follows; never why it matters here: that is the person's to say. */
  readonly what: string;
}

/** The words of one patch that changes several sites: each function is named once, and so is each helper. */
export const describeFixes = (fixed: readonly [Fixed, ...Fixed[]], heading: string): FixesWords => {
  const [first, ...others] = fixed;
  if (others.length === 0) {
    const { subject, what } = describeFix(first.allocation, first.rewrite, first.edits, heading);
    return { subjects: unique([subject, subject.replace(/ in \w+\(\)$/, '')]), what };
  }
  const helpers = unique(fixed.map(({ allocation, rewrite }) => helperOf(allocation, rewrite)));
  const arrays = unique(fixed.filter(takesFactors).map(({ rewrite }) => rewrite.name));
  const sizes = helpers.filter((helper) => !arrays.includes(helper));
  const isInOne = new Set(fixed.map(functionKey)).size === 1;
  const many = sizes.length === 0 ? 'use the array allocators' : 'use the overflow-checking helpers';
  const bare: [string, ...string[]] = helpers.length > 2 ? [many] : [`use ${and(helpers.map(called))}`, many];
  const name = first.allocation.found.functionName;
  const allocators = and(unique(fixed.map(({ allocation }) => called(allocation.allocator.name))));
  const lead = leadOf(arrays, sizes, fixed);
  const document = `Documentation/process/deprecated.rst asks for this under "${heading}".${copiedWords(fixed)}`;
  const paragraphs = isInOne
    ? [`${lead} computing ${and(unique(fixed.map(computed)))} in the arguments of ${allocators}. ${document}`]
    : [`${lead} computing these in the arguments of ${allocators}:`, listed(fixed), document];
  return {
    subjects: unique([isInOne && name !== '' ? `${bare[0]} in ${name}()` : bare[0], ...bare]),
    what: paragraphs.map((text) => (text.startsWith('- ') ? text : wrapped(text))).join('\n\n'),
  };
};

const takesFactors = ({ allocation, rewrite }: Fixed): boolean => helperOf(allocation, rewrite) === rewrite.name;

/** `Use kcalloc(), which …, instead of`: what the helpers do, once for all sites. */
const leadOf = (arrays: readonly string[], sizes: readonly string[], fixed: readonly Fixed[]): string => {
  const factors = arrays.length === 1 ? 'takes both factors and fails' : 'take both factors and fail';
  const use = `Use ${and(arrays.map(called))}, which ${factors} when their product wraps,`;
  if (sizes.length === 0) return `${use} instead of`;
  const isOne = fixed.filter((one) => !takesFactors(one)).length === 1;
  const [size, saturate] = isOne ? ['size', 'it saturates'] : ['sizes', 'they saturate'];
  const compute = (which: string): string =>
    `et ${and(sizes.map(called))} compute the ${which}${size}, so that ${saturate} instead of wrapping,`;
  return arrays.length === 0 ? `L${compute('')} rather than` : `${use} and l${compute('other ')} rather than`;
};

/** `- f(): n * sizeof(*a), m * sizeof(*b)`, a function a line; with the file where there are several. */
const listed = (fixed: readonly Fixed[]): string => {
  const paths = unique(fixed.map(({ allocation }) => allocation.path));
  const shared = paths.length === 1 ? '' : sharedFolder(paths);
  const byFunction = Map.groupBy(fixed, functionKey);
  const items = [...byFunction.values()].flatMap((sites) => {
    const [first] = sites;
    if (!first) return [];
    const { found, path } = first.allocation;
    const file = paths.length === 1 ? '' : `${path.slice(shared.length)}, `;
    const name = found.functionName === '' ? 'a macro' : called(found.functionName);
    return wrapped(`- ${file}${name}: ${unique(sites.map(computed)).join(', ')}`, '  ');
  });
  return items.join('\n');
};

/** The folder that they all lie below, with its slash. */
const sharedFolder = ([first = '', ...others]: readonly string[]): string => {
  let end = first.lastIndexOf('/') + 1;
  while (end > 0 && !others.every((path) => path.startsWith(first.slice(0, end)))) {
    end = first.lastIndexOf('/', end - 2) + 1;
  }
  return first.slice(0, end);
};

/** As wide as the body of a message may be. Documentation/process/submitting-patches.rst, "The canonical patch format". */
const WIDTH = 75;

/** Wrapped here, since a line that began with the `*` of a product would be taken for one of a list. */
const wrapped = (text: string, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?![-*+] )/)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
};

/** A memcpy() beside is told of only where an edit changes it. */
const copiedWords = (fixed: readonly Fixed[]): string => {
  const copies = fixed.filter(({ edits }) => edits.some(({ text }) => text.startsWith('memcpy(')));
  if (copies.length === 0) return '';
  return copies.length === 1
    ? ' The same product beside one of them becomes flex_array_size().'
    : ' The same products beside them become flex_array_size().';
};

const functionKey = ({ allocation }: Fixed): string => `${allocation.path}:${allocation.found.functionName}`;

const computed = ({ allocation }: Fixed): string => oneLine(allocation.size.text);

const called = (name: string): string => `${name}()`;

/** `a`, `a and b`, `a, b and c`. */
const and = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const unique = <Words extends readonly string[]>(words: Words): Words => [...new Set(words)] as unknown as Words;
