import type { Node } from 'web-tree-sitter';

/** Where an expression stands, as offsets into its file, and its words as they stand there (comments included). */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A C expression as data. Parentheses are dropped: a node says what it is, its text has what was inside them. */
export type Expression = Placed &
  (
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'number' }
    | { readonly kind: 'sizeof'; readonly of: Operand }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | { readonly kind: 'field'; readonly object: Expression; readonly member: string; readonly arrow: boolean }
    | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
    | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
    | { readonly kind: 'cast'; readonly type: string; readonly operand: Expression }
    | { readonly kind: 'assignment'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'other'; readonly parts: readonly Expression[] }
  );

/** What sizeof is asked of: a type by its words, or an expression. */
export type Operand = { readonly type: string } | { readonly expression: Expression };

/** Where the text that was parsed begins in its file, and the text itself before it was masked. */
export interface Origin {
  readonly offset: number;
  readonly text: string;
}

export const readExpression = (node: Node, from: Origin): Expression => {
  const read = (child: Node | null): Expression => readExpression(child ?? node, from);
  const field = (name: string): Expression => read(node.childForFieldName(name));
  const placed = {
    start: from.offset + node.startIndex,
    end: from.offset + node.endIndex,
    text: from.text.slice(node.startIndex, node.endIndex),
  };
  switch (node.type) {
    case 'parenthesized_expression':
      return inner(node) ? read(inner(node)) : { kind: 'other', parts: [], ...placed };
    case 'identifier':
      return { kind: 'name', name: placed.text, ...placed };
    case 'number_literal':
    case 'char_literal':
      return { kind: 'number', ...placed };
    case 'sizeof_expression':
      return { kind: 'sizeof', of: operandOf(node, from), ...placed };
    case 'binary_expression':
      return { kind: 'binary', operator: operatorOf(node), left: field('left'), right: field('right'), ...placed };
    case 'assignment_expression':
      return { kind: 'assignment', operator: operatorOf(node), left: field('left'), right: field('right'), ...placed };
    case 'unary_expression':
    case 'pointer_expression':
    case 'update_expression':
      return { kind: 'unary', operator: operatorOf(node), operand: field('argument'), ...placed };
    case 'field_expression':
      return {
        kind: 'field',
        object: field('argument'),
        member: node.childForFieldName('field')?.text ?? '',
        arrow: operatorOf(node) === '->',
        ...placed,
      };
    case 'subscript_expression':
      return { kind: 'index', object: field('argument'), index: field('index'), ...placed };
    case 'call_expression':
      return {
        kind: 'call',
        name: node.childForFieldName('function')?.text ?? '',
        arguments: expressionsIn(node.childForFieldName('arguments')).map(read),
        ...placed,
      };
    case 'cast_expression':
      return { kind: 'cast', type: wordsOf(node.childForFieldName('type'), from), operand: field('value'), ...placed };
    default:
      return { kind: 'other', parts: expressionsIn(node).map(read), ...placed };
  }
};

/** The named children that are no comments. */
const expressionsIn = (node: Node | null): Node[] =>
  (node?.namedChildren ?? []).filter((child): child is Node => child !== null && child.type !== 'comment');

const inner = (node: Node): Node | null => expressionsIn(node)[0] ?? null;

const operatorOf = (node: Node): string => node.childForFieldName('operator')?.type ?? '';

/** As they stand there, not as they were masked. */
const wordsOf = (node: Node | null, { text }: Origin): string =>
  node ? text.slice(node.startIndex, node.endIndex) : '';

const operandOf = (node: Node, from: Origin): Operand => {
  const type = node.childForFieldName('type');
  if (type) return { type: wordsOf(type, from) };
  const value = node.childForFieldName('value');
  return value ? { expression: readExpression(value, from) } : { type: '' };
};
