import type { PatchMail } from '../patch/patchMail.ts';
import type { Verdict } from '../verdict.ts';
import type { FoundSource } from './foundSource.ts';
import type { Mend, PreflightRule, Severity } from './rule.ts';

/** What a check found: which rule, where, why it matters, what to do next, and where that is written. */
export interface Problem {
  /** `summary-too-long`, `checkpatch:LONG_LINE`. */
  readonly rule: string;
  readonly group: PreflightRule['group'];
  readonly severity: Severity;
  readonly patch: PatchMail;
  /** In the file that was given, from 1. */
  readonly place: { readonly file: string; readonly line: number };
  /** That line, decoded, and the part of it that is meant. */
  readonly text: string;
  readonly span?: readonly [start: number, end: number];
  /** In the tree. */
  readonly path?: string;
  readonly line?: number;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  readonly source?: FoundSource;
  readonly mend?: Mend;
  /** The person's own reason why it does not count for this patch. */
  readonly turnedOff?: string;
}

/** What became of one rule. */
export interface RuleCheck {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly seen: string;
  readonly settle?: string;
}

/** What a series' preflight ended in. */
export interface Preflight {
  /** `fails` with an error; `unknown` where the patch could not be tried or read by checkpatch; else it holds. */
  readonly verdict: Verdict;
  /** The most important first. */
  readonly problems: readonly Problem[];
  /** Of the rules that apply. */
  readonly checks: readonly RuleCheck[];
  /** Rules that this tree's documents do not have, by the document. */
  readonly off: ReadonlyMap<string, readonly string[]>;
}
