import type { Expression } from '../tree/c/expression.ts';
import { isConstant } from './isConstant.ts';
import { oneLine } from './oneLine.ts';
import { type Allocation, byHand, type Refusal, refused } from './rule.ts';
import { parts, someInside } from './sizeShape.ts';

/** What speaks against any shape, in the order in which a person would say it. */
export const speaksAgainst = (allocation: Allocation): Refusal[] => ASKS.flatMap((ask) => ask(allocation) ?? []);

type AskAny = (allocation: Allocation) => Refusal | undefined;

const insideMacro: AskAny = ({ found }) =>
  found.insideMacro
    ? refused('inside-macro', 'It stands in the body of a macro: every user of the macro would change with it.')
    : undefined;

const compiledOut: AskAny = ({ found }) =>
  found.compiledOut ? refused('not-compiled', 'It stands in an #if 0: nobody compiles it.') : undefined;

const sideEffects: AskAny = ({ size }) =>
  someInside(size, hasSideEffect)
    ? refused('side-effect', `${size.text} changes something while it is computed; the order could matter.`)
    : undefined;

const allConstant: AskAny = ({ size, scope }) =>
  isConstant(size, scope)
    ? refused('constant', `Every part of ${oneLine(size.text)} is known to the compiler, which warns if it wraps.`)
    : undefined;

const alreadyChecked: AskAny = ({ found, size }) => {
  const before = found.around.text.slice(0, found.call.start - found.around.offset);
  const seen = variablesOf(size).flatMap((name) => overflowCheckOf(name, before) ?? [])[0];
  return seen
    ? refused('already-checked', `The function has made sure that it cannot wrap: ${oneLine(seen)}.`)
    : undefined;
};

const unreadable: AskAny = ({ found }) =>
  found.errors === 'at the call'
    ? byHand('not-understood', 'The grammar could not read this call, so nothing is promised about it.')
    : undefined;

const directiveInside: AskAny = ({ found }) =>
  /^[ \t]*#/m.test(found.call.text)
    ? byHand('directive-inside', 'A directive of the preprocessor stands inside the call: a person keeps every branch.')
    : undefined;

const noFunction: AskAny = ({ found }) =>
  found.functionName === '' && !found.insideMacro
    ? byHand('no-function', 'The function around it was not found, so its variables are not known.')
    : undefined;

const ASKS = [
  insideMacro,
  compiledOut,
  allConstant,
  sideEffects,
  alreadyChecked,
  unreadable,
  directiveInside,
  noFunction,
];

const hasSideEffect = (one: Expression): boolean =>
  one.kind === 'assignment' || (one.kind === 'unary' && /\+\+|--/.test(one.text));

/** The names and members that a size is computed from, as they are written. */
const variablesOf = (size: Expression): string[] => {
  if (size.kind === 'name') return [size.text];
  if (size.kind === 'field') return [size.text];
  return size.kind === 'sizeof' ? [] : parts(size).flatMap(variablesOf);
};

/**
 * A comparison of this very variable with a maximum that was divided, or one of the check_…_overflow() family; for a
 * variable that is called a length or a size, a comparison with any constant limit too.
 */
const overflowCheckOf = (name: string, before: string): string | undefined => {
  const mentions = /(?:MAX|~0|- *1)[^;]*\/|_overflow/.test(before) || isLength(name);
  if (!mentions || !before.includes(name)) return undefined;
  const word = `(?<![\\w.>])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
  const divided = new RegExp(`${word}\\s*>=?\\s*[^;&|{}]{0,60}?(?:MAX|~0|-\\s*1)[^;&|{}]{0,60}?/[^;&|{}]{1,40}`);
  const helper = new RegExp(`\\bcheck_(?:mul|add|shl)_overflow\\s*\\([^;{}]*${word}(?!\\w)[^;{}]*?\\)`);
  const limit = '(?:[A-Z][A-Z0-9_]{2,}|(?![0-2]\\b)\\d+)';
  const limited = new RegExp(
    `\\bif\\s*\\((?:(?!!\\()[^;{}])*${word}\\s*>=?\\s*${limit}\\s*[)|][^}]{0,300}?(?:return|goto|break|continue|=)`,
  );
  return (
    (divided.exec(before) ?? helper.exec(before))?.[0]
    ?? (isLength(name) ? limited.exec(before)?.[0].split('\n')[0] : undefined)
  );
};

const isLength = (name: string): boolean => /(?:len|length|size|bytes|sz)\d*$/i.test(name);
