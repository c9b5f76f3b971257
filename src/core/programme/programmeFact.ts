import type { Rating } from './applicationState.ts';
import type { BatchDecision } from './batch.ts';
import type { PasskeyReason } from './passkeyReason.ts';
import type { RetireReason } from './retireReason.ts';
import type { Role } from './role.ts';
import type { Outcome, Via } from './submissionState.ts';
import type { SettingChange } from './termSettings.ts';

/**
 * What happened in a programme, as its log keeps it: past tense, opaque ids, words of fixed lists, numbers and salted
 * digests. What people wrote, and their names, stand in rows that can be erased.
 */
export type ProgrammeFact = {
  readonly at: Date;
  /** The person, or `machine`, or `operator`. */
  readonly by: string;
  /** What it is about: an application, a submission, a term, a person. */
  readonly about: string;
} & ProgrammeHappened;

export type ProgrammeHappened =
  | { readonly kind: 'programme-made' }
  | { readonly kind: 'term-made' | 'term-copied' | 'term-published'; readonly term: string }
  | { readonly kind: 'term-changed'; readonly term: string; readonly changes: readonly SettingChange[] }
  | { readonly kind: 'programme-changed' | 'mail-words-changed'; readonly term: string }
  | { readonly kind: 'role-given' | 'role-taken'; readonly term: string; readonly role: Role }
  | {
      /** Of somebody who lost theirs; `term` is whose organiser did it, none where the server's keeper did. */
      readonly kind: 'passkeys-taken';
      readonly term: string | null;
      readonly reason: PasskeyReason;
      readonly passkeys: number;
    }
  | { readonly kind: 'person-imported' | 'person-invited'; readonly term: string }
  | { readonly kind: 'application-started' | 'application-sent' | 'application-withdrawn'; readonly term: string }
  | { readonly kind: 'reviewer-assigned' | 'reviewer-released' | 'conflict-said'; readonly reviewer: string }
  | { readonly kind: 'application-rated'; readonly value: Rating }
  | {
      readonly kind: 'batch-proposed' | 'batch-confirmed' | 'batch-dropped';
      readonly decision: BatchDecision;
      readonly items: number;
    }
  | {
      readonly kind: 'application-decided' | 'application-left-out';
      readonly decision: BatchDecision;
      readonly batch: string;
    }
  | { readonly kind: 'applications-exported'; readonly term: string; readonly items: number }
  | { readonly kind: 'task-made' | 'task-changed' | 'task-restored' | 'course-changed'; readonly term: string }
  | { readonly kind: 'task-deleted' | 'task-retired'; readonly term: string; readonly reason: RetireReason }
  | { readonly kind: 'task-given'; readonly task: string }
  | { readonly kind: 'deadline-extended'; readonly task: string; readonly until: string }
  | {
      readonly kind: 'submitted';
      readonly task: string;
      readonly attempt: number;
      readonly via: Via;
      /** Salted digests of what came: that it is this, and was not changed later. */
      readonly digests: readonly string[];
    }
  | { readonly kind: 'submission-taken' | 'submission-given-back' | 'submission-freed' | 'submission-replaced' }
  | { readonly kind: 'most-set'; readonly term: string; readonly most: number }
  | { readonly kind: 'submission-decided'; readonly outcome: Outcome }
  | { readonly kind: 'verdict-overridden'; readonly outcome: Outcome }
  | { readonly kind: 'subsystem-chosen' | 'subsystem-dropped'; readonly term: string; readonly name: string }
  | { readonly kind: 'question-asked' | 'question-answered'; readonly term: string }
  | { readonly kind: 'data-exported' | 'person-erased' | 'person-frozen' | 'person-unfrozen' }
  | { readonly kind: 'data-retired'; readonly rows: number }
  | { readonly kind: 'read-by-exception'; readonly person: string };
