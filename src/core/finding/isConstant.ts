import type { Expression } from '../tree/c/expression.ts';
import type { Scope } from '../tree/c/typeOf.ts';
import { parts } from './sizeShape.ts';

/** Macros that are written like constants and are none. */
const VARIABLES_IN_CAPITALS = /^(?:current|jiffies|HZ_)/;
/** Macros with arguments that compute nothing the compiler does not know, whatever their argument is. */
const ALWAYS_CONSTANT: ReadonlySet<string> = new Set([
  'ARRAY_SIZE',
  'sizeof_field',
  'offsetof',
  'offsetofend',
  'FIELD_SIZEOF',
]);

/** Functions of their arguments alone; those that end in _t take a type first. */
const PURE = /^(?:max|min|max3|min3|roundup|rounddown|round_up|round_down|umax|umin)$|^(?:max|min)_t$/;

/**
 * Whether the compiler knows the value: numbers, sizeof, names in capitals that are not defined by something that
 * varies, and what is computed from these. A variable of the function is none, whatever it is called.
 */
export const isConstant = (expression: Expression, scope: Scope): boolean => {
  switch (expression.kind) {
    case 'number':
    case 'sizeof':
      return true;
    case 'name':
      return isConstantName(expression.name, scope);
    case 'call':
      if (ALWAYS_CONSTANT.has(expression.name)) return true;
      if (!/^[A-Z][A-Z0-9_]*$/.test(expression.name) && !PURE.test(expression.name)) return false;
      return expression.arguments.slice(expression.name.endsWith('_t') ? 1 : 0).every((one) => isConstant(one, scope));
    case 'binary':
    case 'unary':
    case 'cast':
      return parts(expression).every((part) => isConstant(part, scope));
    case 'other':
      return (
        expression.text.startsWith('offsetof')
        || (expression.parts.length > 0 && expression.parts.every((one) => isConstant(one, scope)))
      );
    default:
      return false;
  }
};

const isConstantName = (name: string, scope: Scope): boolean => {
  if (!/^_*[A-Z]\w*$/.test(name) || VARIABLES_IN_CAPITALS.test(name) || scope.names.has(name)) return false;
  const words = scope.definitions.macro(name);
  // ACP5x_RES is one where a definition says so.
  return words === undefined ? /^[A-Z0-9_]+$/.test(name) : !readsAVariable(words);
};

/** A name in small letters that is neither a type, a function nor under sizeof is a variable or a member of one. */
const readsAVariable = (words: string): boolean => {
  const computed = words
    .replace(/\/\*.*?(?:\*\/|$)|\/\/.*$/g, ' ')
    .replace(/sizeof\s*\([^()]*(?:\([^()]*\))?[^()]*\)|\(\s*[\w ]+\**\s*\)(?=\s*[\w(])/g, ' ')
    .replace(/\b(?:0x[\da-fA-F]+|\d+)[uUlL]*\b/g, ' ');
  return /->|\b[a-z]\w*\b(?!\s*\()/.test(computed);
};
