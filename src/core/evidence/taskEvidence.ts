import type { BootLogNeeds } from './bootLog.ts';
import type { ConfigNeeds } from './kernelConfig.ts';
import type { MailNeeds } from './mailedEvidence.ts';
import type { ModuleNeeds } from './moduleLoad.ts';
import type { PatchNeeds } from './patchEvidence.ts';
import type { PublicNeeds } from './publicEvidence.ts';
import type { TestNeeds } from './testResults.ts';
import type { TraceBank } from './traceBank.ts';

/** One thing that a task asks for, and what has to be so in it. */
export type EvidenceNeed =
  | ({ readonly kind: 'boot log' } & BootLogNeeds)
  | ({ readonly kind: 'config' } & ConfigNeeds)
  | ({ readonly kind: 'module' } & ModuleNeeds)
  | ({ readonly kind: 'test results' } & TestNeeds)
  | { readonly kind: 'decoded trace'; readonly bank: TraceBank }
  | ({ readonly kind: 'mail' } & MailNeeds)
  | ({ readonly kind: 'patch' } & PatchNeeds)
  | ({ readonly kind: 'public' } & PublicNeeds)
  /** Kept for a person: nothing in it that a machine could weigh. */
  | { readonly kind: 'certificate' };

/** What a machine looks at of a task, as its author wrote it. */
export interface TaskEvidence {
  readonly needs: readonly EvidenceNeed[];
  /** Whether what holds is accepted by the machine; else a mentor accepts it, and sees what was seen. */
  readonly mayPass: boolean;
  /** The share of what holds that a person looks at all the same, drawn: 0 to 1. */
  readonly spotChecks: number;
}
