import type { Node, Tree } from 'web-tree-sitter';
import type { Span } from './argumentSpans.ts';
import type { Bytes } from './bytes.ts';
import type { CType } from './cType.ts';
import { declaredNames } from './declaredNames.ts';
import { type Expression, type Origin, readExpression } from './expression.ts';
import { functionBounds, insideDefine } from './functionBounds.ts';
import { isCompiledOut, keepBranch } from './keepBranch.ts';
import { maskSource } from './maskSource.ts';
import type { CParser } from './parser.ts';

/** A call and what stands around it, as data: the syntax tree is gone when this is returned. */
export interface CallInFunction {
  readonly call: Expression & { readonly kind: 'call' };
  /** The name of the function around; empty in a macro's body or where no function was found. */
  readonly functionName: string;
  /** The function's text (unmasked) and where it begins in the file. */
  readonly around: Origin;
  /** The whole statement or declaration that the call is part of. */
  readonly statement: Span & { readonly kind: string };
  /** What the call's value goes to: the left side of an assignment, or the name that is being declared. */
  readonly target: Expression | undefined;
  /** Local variables and parameters, with their types. */
  readonly names: ReadonlyMap<string, CType>;
  readonly comments: readonly Span[];
  readonly insideMacro: boolean;
  readonly compiledOut: boolean;
  /** Whether the grammar could not read something in the function, or the call itself. */
  readonly errors: 'none' | 'in the function' | 'at the call';
}

/** The call whose name begins at `at`. Undefined when no call stands there: a comment, a string, a declaration. */
export const callInFunction = (parser: CParser, bytes: Bytes, at: number, end: number): CallInFunction | undefined => {
  const insideMacro = insideDefine(bytes, at);
  const bounds = insideMacro ? undefined : functionBounds(bytes, at);
  if (!bounds && insideComment(bytes, at)) return undefined;
  const around = bounds ? textAt(bytes, bounds) : callAlone(bytes, at, end);
  const local = at - around.offset;
  const masked = maskSource(keepBranch(around.text, local));
  const tree = parser.parse(masked);
  try {
    const call = callAt(tree, local);
    if (!call) return undefined;
    const from = { offset: around.offset, text: around.text };
    const expression = readExpression(call, from);
    if (expression.kind !== 'call') return undefined;
    const statement = statementOf(call);
    return {
      call: expression,
      functionName: bounds ? nameOf(tree.rootNode, local, masked) : '',
      around: from,
      statement: {
        start: statement.startIndex + from.offset,
        end: statement.endIndex + from.offset,
        kind: statement.type,
      },
      target: targetOf(call, from),
      names: declaredNames(tree.rootNode, local),
      comments: call.descendantsOfType('comment').flatMap((node) => (node ? [spanOf(node, from)] : [])),
      insideMacro,
      compiledOut: isDead(bytes, at),
      errors: call.hasError || insideError(call) ? 'at the call' : tree.rootNode.hasError ? 'in the function' : 'none',
    };
  } finally {
    tree.delete();
  }
};

const textAt = (bytes: Bytes, { start, end }: Span): Origin => ({
  offset: start,
  text: bytes.toString('latin1', start, end),
});

/** The whole file counts: an `#if 0` may stand around the function. Few files have one. */
const isDead = (bytes: Bytes, at: number): boolean => {
  const first = bytes.indexOf('if 0');
  return first !== -1 && first < at && isCompiledOut(bytes.toString('latin1', 0, at + 1), at);
};

/** The call by itself, as a statement: for macros and where no function was found. Continued lines are joined. */
const callAlone = (bytes: Bytes, at: number, end: number): Origin => {
  const head = 'void f(void) { x = ';
  const call = bytes.toString('latin1', at, end).replace(/\\\r?\n/g, (joined) => ' '.repeat(joined.length));
  return { offset: at - head.length, text: `${head}${call}; }` };
};

/** Where no function is parsed around it, a comment has to be seen by its marks; none is longer than this. */
const insideComment = (bytes: Bytes, at: number): boolean => {
  const before = bytes.toString('latin1', Math.max(0, at - 8192), at);
  return before.lastIndexOf('/*') > before.lastIndexOf('*/') || /\/\/.*$/.test(before);
};

const callAt = (tree: Tree, at: number): Node | undefined => {
  const name = tree.rootNode.namedDescendantForIndex(at, at + 1);
  const call = name?.parent;
  return name?.type === 'identifier' && call?.type === 'call_expression' ? call : undefined;
};

const spanOf = (node: Node, from: Origin): Span => ({
  start: node.startIndex + from.offset,
  end: node.endIndex + from.offset,
});

function* ancestors(node: Node): Generator<Node> {
  for (let above = node.parent; above; above = above.parent) yield above;
}

const insideError = (node: Node): boolean => {
  for (const above of ancestors(node)) {
    if (above.type === 'ERROR') return true;
    if (/_statement$|^declaration$|_definition$/.test(above.type)) return false;
  }
  return false;
};

const statementOf = (node: Node): Node => {
  for (const above of ancestors(node)) {
    if (/_statement$|^declaration$/.test(above.type)) return above;
  }
  return node;
};

const targetOf = (call: Node, from: Origin): Expression | undefined => {
  for (const above of ancestors(call)) {
    const left = above.childForFieldName(above.type === 'assignment_expression' ? 'left' : 'declarator');
    if (above.type === 'assignment_expression') return left ? readExpression(left, from) : undefined;
    if (above.type === 'init_declarator') {
      const [name] = left?.type === 'identifier' ? [left] : (left?.descendantsOfType('identifier') ?? []);
      return name ? readExpression(name, from) : undefined;
    }
    if (above.type !== 'cast_expression' && above.type !== 'parenthesized_expression') return undefined;
  }
  return undefined;
};

/** The name of the function whose body holds the offset; where the grammar stumbled, by the head's words. */
const nameOf = (root: Node, at: number, text: string): string => {
  for (const definition of root.descendantsOfType('function_definition')) {
    if (!definition || definition.startIndex > at || definition.endIndex < at) continue;
    const [declarator] = definition.descendantsOfType('function_declarator');
    return declarator?.childForFieldName('declarator')?.text ?? '';
  }
  return /^[^{]*?\b(\w+)\s*\(/.exec(text)?.[1] ?? '';
};
