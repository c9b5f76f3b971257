import { isByte, sameType, typeWords } from '../tree/c/cType.ts';
import type { Expression } from '../tree/c/expression.ts';
import { type StructDefinition, tailOf } from '../tree/c/structDefinition.ts';
import { pointee, resolved, type Scope, sizedType, structOf, typeOf } from '../tree/c/typeOf.ts';
import { oneLine } from './oneLine.ts';
import { byHand, type Refusal, refused, type Shaped } from './rule.ts';
import type { Sizeof } from './sizeShape.ts';

/** A struct that a size begins with, and the flexible array that it ends in. */
export interface Ending {
  readonly definition: StructDefinition;
  /** `struct foo` or the typedef's name. */
  readonly words: string;
  /** What struct_size() takes: the pointer that gets the memory; none where there is no such pointer. */
  readonly pointer: string | undefined;
  readonly member: string;
  /** Whether the array's elements are of the type that `one` asks the size of, or of one byte. */
  holds(one: Sizeof): boolean;
  readonly holdsBytes: boolean;
}

type WithHeader = Shaped<'header and array'> | Shaped<'header and bytes'>;

/** What the struct of the header ends in, or why struct_size() cannot be used. */
export const endingOf = ({ found, shape, scope }: WithHeader): Ending | Refusal => {
  const header = resolved(sizedType(shape.header, scope), scope);
  const target = found.target;
  const gets = target ? resolved(pointee(typeOf(target, scope), scope), scope) : undefined;
  const own = isDereferenceOf(shape.header, target) || (gets !== undefined && sameType(gets, header));
  if (header.kind === 'scalar' || header.kind === 'pointer') {
    return byHand('not-a-struct', `${oneLine(shape.header.text)} is no struct, so there is no array at its end.`);
  }
  if (gets && !own && (gets.kind === 'struct' || gets.kind === 'named') && header.kind !== 'unknown') {
    const says = `${shape.header.text} is not the size of ${typeWords(gets)}, which ${oneLine(target?.text ?? '')} points to.`;
    return refused('header-not-its-own', says);
  }
  const definition = structOf(header, scope);
  if (!definition) {
    const says = `The definition behind ${oneLine(shape.header.text)} was not found through the file’s includes.`;
    return byHand(header.kind === 'array' ? 'not-a-struct' : 'struct-not-found', says);
  }
  const pointer = dereferenced(shape.header) ?? (own ? target : undefined);
  // A typedef is said as the source says it.
  const words = typeSaid(shape.header, scope) ?? typeWords(header);
  return flexibleEnd(definition, words, pointer && oneLine(pointer.text), scope);
};

/** The words of `sizeof(struct foo)` and `sizeof(foo_t)`; none where a variable or a pointer is sized. */
const typeSaid = ({ of }: Sizeof, scope: Scope): string | undefined => {
  if ('type' in of) return oneLine(of.type);
  const { expression } = of;
  return expression.kind === 'name' && typeOf(expression, scope).kind === 'unknown' ? expression.name : undefined;
};

const flexibleEnd = (
  definition: StructDefinition,
  words: string,
  pointer: string | undefined,
  scope: Scope,
): Ending | Refusal => {
  const tail = tailOf(definition);
  const { last } = definition;
  if (tail !== 'flexible' || last?.type.kind !== 'array') {
    if (tail === 'zero-length' || tail === 'one-element') {
      const says = `${words} ends in ${last?.name}[${tail === 'one-element' ? 1 : 0}]: make that a flexible array first.`;
      return byHand(`${tail}-array`, says);
    }
    const says = last
      ? `${words} does not end in a flexible array, but in ${last.name}.`
      : `What ${words} ends in has no name that struct_size() could take: an unnamed union, or a macro.`;
    return byHand('no-flexible-array', says);
  }
  const element = resolved(last.type.of, scope);
  return {
    definition,
    words,
    pointer,
    member: last.name,
    holds: (one) => isElementOf(one, last.name) || sameElement(one, element, scope),
    holdsBytes: isByte(element),
  };
};

const sameElement = (one: Sizeof, element: ReturnType<typeof resolved>, scope: Scope): boolean =>
  element.kind !== 'unknown' && sameType(resolved(sizedType(one, scope), scope), element);

/** `sizeof(*p)` where p gets the memory. */
const isDereferenceOf = (header: Sizeof, target: Expression | undefined): boolean => {
  const pointer = dereferenced(header);
  return pointer !== undefined && target !== undefined && sameWords(pointer, target);
};

/** The p of `sizeof(*p)` and `sizeof(p[0])`. */
const dereferenced = ({ of }: Sizeof): Expression | undefined => {
  if (!('expression' in of)) return undefined;
  const { expression } = of;
  if (expression.kind === 'unary' && expression.operator === '*') return expression.operand;
  return expression.kind === 'index' && expression.index.text === '0' ? expression.object : undefined;
};

const sameWords = (one: Expression, other: Expression): boolean => oneLine(one.text) === oneLine(other.text);

/** `sizeof(p->items[0])` and `sizeof(*p->items)`: the array’s own element, whatever its type is. */
const isElementOf = (one: Sizeof, member: string): boolean => {
  if (!('expression' in one.of)) return false;
  const { expression } = one.of;
  const array =
    expression.kind === 'index'
      ? expression.object
      : expression.kind === 'unary' && expression.operator === '*'
        ? expression.operand
        : undefined;
  return array?.kind === 'field' && array.member === member;
};
