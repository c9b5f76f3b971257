import type { ClassName, Rules } from './classSource.ts';
import type { Fold } from './sameLetter.ts';

/** A regular expression of perl's, read. What captures and names is left out: nothing here refers back to it. */
export type PerlNode =
  | { readonly kind: 'char'; readonly code: number; readonly fold: Fold }
  | CharSet
  | { readonly kind: 'assertion'; readonly name: Assertion }
  | { readonly kind: 'boundary'; readonly negated: boolean; readonly rules: Rules }
  | { readonly kind: 'newline' }
  | { readonly kind: 'sequence'; readonly parts: readonly PerlNode[] }
  | { readonly kind: 'choice'; readonly choices: readonly PerlNode[] }
  | { readonly kind: 'group'; readonly body: PerlNode }
  | { readonly kind: 'atomic'; readonly body: PerlNode }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly body: PerlNode }
  | Repeat;

export interface CharSet {
  readonly kind: 'set';
  readonly negated: boolean;
  readonly items: readonly SetItem[];
}

export interface Repeat extends Times {
  readonly kind: 'repeat';
  readonly body: PerlNode;
}

export interface Times {
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
}

/** Perl's \A, \z, \Z or $, ^ with /m, $ with /m. */
export type Assertion = 'begin' | 'end' | 'endOrNewline' | 'lineBegin' | 'lineEnd';

export type SetItem =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'class'; readonly name: ClassName; readonly negated: boolean; readonly rules: Rules }
  | { readonly kind: 'property'; readonly name: string; readonly negated: boolean };
