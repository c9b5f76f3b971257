/** Every character but newlines as a blank, so that offsets and lines stay. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

interface Branch {
  readonly from: number;
  to: number;
}

/** One #if … #endif. `dead` is one that opens with `#if 0`. */
interface Conditional {
  readonly dead: boolean;
  readonly branches: Branch[];
}

/** A directive of conditional compilation with the lines that a backslash continues. */
const DIRECTIVE = /^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b(?:[^\n]*\\\r?\n)*[^\n]*/gm;
/** Any other directive (#define, #undef, #pragma, #error). */
const OTHER_DIRECTIVE = /^[ \t]*#(?:[^\n]*\\\r?\n)*[^\n]*/gm;

/**
 * A text with its directives blanked and, of each #if, one branch left: the one that `at` lies in, else the first that
 * is compiled. Same length, same lines. A grammar cannot read a statement that two branches share.
 */
export const keepBranch = (text: string, at: number): string => {
  if (!/^[ \t]*#/m.test(text)) return text;
  let kept = text;
  for (const conditional of conditionals(text)) {
    const wanted = conditional.branches.find((branch) => holds(branch, at));
    const usual = conditional.dead ? conditional.branches[1] : conditional.branches[0];
    for (const branch of conditional.branches) {
      if (branch !== (wanted ?? usual)) kept = hide(kept, branch);
    }
  }
  return kept.replace(OTHER_DIRECTIVE, blank);
};

/** Whether an offset lies in the first branch of an `#if 0`: nobody compiles that. The text may end there. */
export const isCompiledOut = (text: string, at: number): boolean =>
  conditionals(text).some(({ dead, branches: [first] }) => dead && first !== undefined && holds(first, at));

const holds = (branch: Branch, at: number): boolean => branch.from <= at && at < branch.to;

const hide = (text: string, { from, to }: Branch): string =>
  text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to);

const conditionals = (text: string): Conditional[] => {
  const all: Conditional[] = [];
  const open: Conditional[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const last = open.at(-1)?.branches.at(-1);
    if (last && !match[1]?.startsWith('if')) last.to = match.index;
    if (match[1] === 'endif') open.pop();
    else if (match[1]?.startsWith('if')) {
      const conditional = { dead: /#\s*if\s+0\b(?!\s*[|&])/.test(match[0]), branches: [] };
      open.push(conditional);
      all.push(conditional);
    }
    if (match[1] !== 'endif') open.at(-1)?.branches.push({ from: match.index + match[0].length, to: text.length });
  }
  return all;
};
