import { type CType, typeByDeclarator, typeByWords, UNKNOWN } from './cType.ts';
import type { Definitions } from './definitions.ts';
import type { Expression } from './expression.ts';
import type { StructDefinition } from './structDefinition.ts';

/** What is known about names where an expression stands. */
export interface Scope {
  readonly names: ReadonlyMap<string, CType>;
  readonly definitions: Definitions;
}

/** The type of an expression, from declarations that were found; unknown where one was not, never a guess. */
export const typeOf = (expression: Expression, scope: Scope): CType => {
  switch (expression.kind) {
    case 'name':
      return scope.names.get(expression.name) ?? scope.definitions.variable(expression.name) ?? UNKNOWN;
    case 'field': {
      const object = typeOf(expression.object, scope);
      const holder = structOf(expression.arrow ? pointee(object, scope) : object, scope);
      return holder?.members.find((member) => member.name === expression.member)?.type ?? UNKNOWN;
    }
    case 'index':
      return pointee(typeOf(expression.object, scope), scope);
    case 'unary':
      if (expression.operator === '*') return pointee(typeOf(expression.operand, scope), scope);
      if (expression.operator === '&') return { kind: 'pointer', to: typeOf(expression.operand, scope) };
      return UNKNOWN;
    case 'cast':
      return typeByDeclarator(expression.type);
    default:
      return UNKNOWN;
  }
};

/** The type that `sizeof(…)` asks about. A name that is no variable is a typedef. */
export const sizedType = (sizeof: Expression & { kind: 'sizeof' }, scope: Scope): CType => {
  if ('type' in sizeof.of) return typeByDeclarator(sizeof.of.type);
  const { expression } = sizeof.of;
  const type = typeOf(expression, scope);
  return type.kind === 'unknown' && expression.kind === 'name' ? typeByWords(expression.name) : type;
};

/** The definition of a struct type, through a typedef where one stands between. */
export const structOf = (type: CType, scope: Scope): StructDefinition | undefined => {
  if (type.kind === 'struct') return scope.definitions.struct(type.tag);
  if (type.kind !== 'named') return undefined;
  const meaning = scope.definitions.typedef(type.name);
  if (meaning === undefined) return undefined;
  if ('members' in meaning) return meaning;
  return meaning.kind === 'named' && meaning.name === type.name ? undefined : structOf(meaning, scope);
};

/** A type with its typedef resolved, as far as that is known; a typedef of an unnamed struct stays its own name. */
export const resolved = (type: CType, scope: Scope): CType => {
  if (type.kind === 'pointer') return { kind: 'pointer', to: resolved(type.to, scope) };
  if (type.kind !== 'named') return type;
  const meaning = scope.definitions.typedef(type.name);
  if (meaning === undefined) return type;
  if ('members' in meaning) return meaning.tag === '' ? type : { kind: 'struct', tag: meaning.tag };
  return meaning.kind === 'named' ? type : meaning;
};

export const pointee = (type: CType, scope: Scope): CType => {
  const plain = type.kind === 'named' ? resolved(type, scope) : type;
  if (plain.kind === 'pointer') return plain.to;
  return plain.kind === 'array' ? plain.of : UNKNOWN;
};
