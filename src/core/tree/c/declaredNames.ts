import type { Node } from 'web-tree-sitter';
import { type CType, typeByWords, UNKNOWN } from './cType.ts';

/**
 * The names that declarations below a node declare, with their types. Of a name that is declared twice (in two blocks)
 * only the last before `until` counts. Shapes: `int *a, b[4];`, parameters, members of a struct.
 */
export const declaredNames = (root: Node, until: number): Map<string, CType> => {
  const names = new Map<string, CType>();
  const found = root.descendantsOfType(['declaration', 'parameter_declaration', 'field_declaration']);
  for (const declaration of found) {
    if (!declaration || declaration.startIndex >= until) continue;
    for (const [name, type] of declarators(declaration)) names.set(name, type);
  }
  return names;
};

/** The names that one declaration declares, in order. */
export const declarators = (declaration: Node): [string, CType][] => {
  const words = declaration.childForFieldName('type');
  const base = words ? baseType(words) : UNKNOWN;
  return declaration
    .childrenForFieldName('declarator')
    .flatMap((node) => (node ? [nameAndType(node, base)] : []))
    .filter((pair) => pair !== undefined);
};

/** A struct that is defined in the declaration itself has no tag of use; its own tag where it has one. */
const baseType = (node: Node): CType => {
  const isTagged = node.type === 'struct_specifier' || node.type === 'union_specifier';
  if (!isTagged) return typeByWords(node.text);
  const tag = node.childForFieldName('name')?.text;
  return tag === undefined ? UNKNOWN : { kind: 'struct', tag };
};

const nameAndType = (node: Node, type: CType): [string, CType] | undefined => {
  const below = node.childForFieldName('declarator') ?? node.namedChildren.find((child) => child?.type !== 'comment');
  switch (node.type) {
    case 'identifier':
    case 'field_identifier':
      return [node.text, type];
    case 'pointer_declarator':
      return below ? nameAndType(below, { kind: 'pointer', to: type }) : undefined;
    case 'array_declarator':
      return below
        ? nameAndType(below, { kind: 'array', of: type, length: node.childForFieldName('size')?.text ?? '' })
        : undefined;
    case 'init_declarator':
    case 'parenthesized_declarator':
    case 'attributed_declarator':
      return below ? nameAndType(below, type) : undefined;
    case 'function_declarator':
      return below ? nameAndType(below, UNKNOWN) : undefined;
    default:
      return undefined;
  }
};
