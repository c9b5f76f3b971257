import type { CallInFunction } from '../tree/c/callInFunction.ts';
import type { Expression } from '../tree/c/expression.ts';
import type { Scope } from '../tree/c/typeOf.ts';
import type { Allocator } from './allocators.ts';
import type { Helpers } from './readHelpers.ts';
import type { SizeShape } from './sizeShape.ts';

/** A line of the kernel's own documentation, found again in the user's tree: lines move, headings and phrases less. */
export interface Source {
  readonly file: string;
  readonly heading: string;
  /** At most eight words of the section. */
  readonly phrase: string;
}

/** An allocation whose size is computed in the argument, and what is known around it. */
export interface Allocation {
  readonly path: string;
  readonly allocator: Allocator;
  readonly found: CallInFunction;
  readonly size: Expression;
  readonly shape: SizeShape;
  readonly scope: Scope;
  readonly helpers: Helpers;
}

/** An allocation of one shape. */
export type Shaped<Name extends SizeShape['shape']> = Omit<Allocation, 'shape'> & {
  readonly shape: Extract<SizeShape, { shape: Name }>;
};

/** Why a machine leaves a site alone, or leaves it to a person. `says` is a sentence with what was seen. */
export interface Refusal {
  readonly fix: 'refused' | 'by hand';
  readonly reason: string;
  readonly says: string;
  /** What a person might write, where there is something to propose. */
  readonly proposal?: string;
}

/** What a call becomes. */
export interface Rewrite {
  readonly fix: 'ready';
  readonly name: string;
  readonly arguments: readonly string[];
  /** Sentences on what was looked at, and on what is only a convention. */
  readonly says: readonly string[];
  /** With struct_size(): the pointer, the member and the product, for flex_array_size() in the memcpy() beside. */
  readonly flexible?: {
    readonly pointer: string;
    readonly member: string;
    readonly count: string;
    readonly bytes: string;
  };
}

export type Ask<Name extends SizeShape['shape']> = (allocation: Shaped<Name>) => Refusal | undefined;

/** One shape of arithmetic: first everything that speaks against is asked, then it is rewritten. */
export interface ShapeRule<Name extends SizeShape['shape']> {
  readonly name: string;
  readonly shape: Name;
  /** What is wrong, one line. */
  readonly title: string;
  /** What it becomes, one line. */
  readonly cure: string;
  readonly asks: readonly Ask<Name>[];
  /** Reached only when nothing speaks against. */
  readonly rewrite: (allocation: Shaped<Name>) => Rewrite | Refusal;
  readonly examples: readonly Example[];
}

/** Statements of a function; its table test declares what they use. Checked one by one against the rule itself. */
export interface Example {
  readonly before: string;
  readonly after?: string;
  /** The reason's name, where a machine must leave it alone. */
  readonly refused?: string;
  /** What stands before the function: structs and macros. */
  readonly given?: string;
}

export const refused = (reason: string, says: string): Refusal => ({ fix: 'refused', reason, says });

export const byHand = (reason: string, says: string, proposal?: string): Refusal =>
  proposal === undefined ? { fix: 'by hand', reason, says } : { fix: 'by hand', reason, says, proposal };
