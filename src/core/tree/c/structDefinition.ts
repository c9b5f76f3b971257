import type { Node } from 'web-tree-sitter';
import type { CType } from './cType.ts';
import { declarators } from './declaredNames.ts';
import { keepBranch } from './keepBranch.ts';
import { maskSource } from './maskSource.ts';
import type { CParser } from './parser.ts';

export interface Member {
  readonly name: string;
  readonly type: CType;
}

/** A struct's members in order; those of unnamed structs and unions inside it stand where they do. */
export interface StructDefinition {
  /** Empty for `typedef struct { … } name;`. */
  readonly tag: string;
  readonly members: readonly Member[];
  /** The last member, unless it stands in an unnamed union, where its place is not what its position says. */
  readonly last: Member | undefined;
}

/** How a struct ends: `[]` is a flexible array; `[0]` and `[1]` are what came before it in the language. */
export type Tail = 'flexible' | 'zero-length' | 'one-element' | 'none';

export const tailOf = ({ last }: StructDefinition): Tail => {
  if (last?.type.kind !== 'array') return 'none';
  if (last.type.length === '') return 'flexible';
  if (last.type.length === '0') return 'zero-length';
  return last.type.length === '1' ? 'one-element' : 'none';
};

/** `text` is the definition from the word `struct` to its closing brace. */
export const readStruct = (parser: CParser, text: string): StructDefinition | undefined => {
  const tree = parser.parse(`${maskSource(plainMembers(keepBranch(text, -1)))};`);
  try {
    const [specifier] = tree.rootNode.descendantsOfType(['struct_specifier', 'union_specifier']);
    const body = specifier?.childForFieldName('body');
    if (!body) return undefined;
    const fields = body.namedChildren.filter((child): child is Node => child?.type === 'field_declaration');
    const lastField = fields.at(-1);
    const isUnnamed = lastField !== undefined && declarators(lastField).length === 0;
    const members = fields.flatMap(membersOf);
    return {
      tag: specifier?.childForFieldName('name')?.text ?? '',
      members,
      last: isUnnamed ? undefined : members.at(-1),
    };
  } finally {
    tree.delete();
  }
};

/** `DECLARE_FLEX_ARRAY(type, name);` as what it stands for, and `name[] ____cacheline_aligned;` without the mark. */
const plainMembers = (text: string): string =>
  text
    .replace(/\b(?:__)?DECLARE_FLEX_ARRAY\s*\(([^,()]+),\s*(\w+)\s*\)/g, '$1 $2[]')
    .replace(/(\])\s*(?:[A-Z][A-Z\d_]{3,}|__\w+)(?:\s*\([^()]*\))?(?=\s*;)/g, '$1');

const membersOf = (field: Node): Member[] => {
  const named = declarators(field).map(([name, type]) => ({ name, type }));
  const body = field.childForFieldName('type')?.childForFieldName('body');
  if (named.length > 0 || !body) return named;
  return body.namedChildren.flatMap((child) => (child?.type === 'field_declaration' ? membersOf(child) : []));
};
