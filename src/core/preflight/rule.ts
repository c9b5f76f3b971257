import type { TextLine } from '../mail/mail.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import type { PatchSeries } from '../series/patchSeries.ts';
import type { Facts } from './facts.ts';
import type { Sample } from './sample.ts';

/** `error` only where the document is plain and the machine is sure; what is guessed is a `note`, worded as a question. */
export type Severity = 'error' | 'warning' | 'note';

/** Where a tree's own documents say it. */
export interface Source {
  readonly file: string;
  readonly heading: string;
  /** At most eight words of the section, found again in the user's tree across line breaks. */
  readonly phrase: string;
  /** The first release that has it, where 6.12 has not: `6.19`. */
  readonly newerThan?: string;
  /** The first release that says it in other words: those before have these. */
  readonly olderThan?: string;
}

/** A change of the file's own lines that a machine can make without deciding anything. */
export interface Mend {
  /** What it does, in the imperative, few words: `Order the trailers`. */
  readonly says: string;
  /** Lines of the file, from 1, and what stands there afterwards (characters as bytes are made by the edge: UTF-8). */
  readonly edits: readonly { readonly first: number; readonly count: number; readonly put: readonly string[] }[];
}

/** One place where a rule does not hold. */
export interface Finding {
  readonly patch: PatchMail;
  /** Where; without it, the mail's subject line. */
  readonly line?: TextLine;
  /** The part of that line that is meant, in UTF-16 units. */
  readonly span?: readonly [start: number, end: number];
  /** In the tree, where the line belongs to a diff. */
  readonly path?: string;
  readonly treeLine?: number;
  /** One sentence with what was seen. */
  readonly what: string;
  /** Instead of the rule's own. */
  readonly next?: string;
  readonly severity?: Severity;
  readonly mend?: Mend;
  /** Of checkpatch's problems: its own name, `LONG_LINE`. */
  readonly type?: string;
}

/** What a rule answers: findings (none: it holds), that it could not look, or nothing at all where it does not apply. */
export type Looked =
  | readonly Finding[]
  | { readonly unknown: string; readonly settle: string; readonly findings?: readonly Finding[] }
  | undefined;

export interface Checked {
  readonly series: PatchSeries;
  readonly facts: Facts;
}

/** One rule of the gate: what is wrong, why it matters, where it is written, and how it is seen. */
export interface PreflightRule {
  /** Named for what is wrong, never for the cure: `summary-too-long`. */
  readonly name: string;
  /** What is wrong, few words, no full stop. */
  readonly title: string;
  readonly group:
    | 'series'
    | 'message'
    | 'why'
    | 'trailers'
    | 'recipients'
    | 'versions'
    | 'timing'
    | 'content'
    | 'mail'
    | 'statement'
    | 'subsystem';
  readonly severity: Severity;
  /** Whose rule it is (a name of packs.ts); everybody's where there is none. */
  readonly pack?: string;
  /** The first that the user's tree has is shown. None is found: the rule is off. */
  readonly sources: readonly Source[];
  /** Git itself decides it, whatever a document says: it is asked where no source is found, too. */
  readonly isOfGit?: true;
  /** The lines of our own list of process rules that it decides: `SUB-03`. */
  readonly covers: readonly string[];
  /** Why it matters to a maintainer, one or two sentences. */
  readonly why: string;
  /** What to do, in the imperative. */
  readonly next: string;
  readonly look: (checked: Checked) => Looked;
  /** Checked one by one by a table test; each rule has one that finds and one that holds. */
  readonly examples: readonly Example[];
}

export interface Example {
  /** One mail, or a series. */
  readonly given: Sample | readonly Sample[];
  readonly facts?: Partial<Facts>;
  /** A piece of the finding's `what`; none: the rule holds or does not apply. */
  readonly finds?: string;
  /** A piece of why it could not look. */
  readonly unknown?: string;
}

/** Looks at every patch by itself, the cover letter not. */
export const eachPatch =
  (look: (patch: PatchMail, checked: Checked) => readonly Finding[]) =>
  (checked: Checked): readonly Finding[] =>
    checked.series.patches.flatMap((patch) => look(patch, checked));

/** Looks at every mail by itself, the cover letter too. */
export const eachMail =
  (look: (patch: PatchMail, checked: Checked) => readonly Finding[]) =>
  (checked: Checked): readonly Finding[] =>
    checked.series.mails.flatMap((patch) => look(patch, checked));
