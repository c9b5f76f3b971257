import type { JSONColumnType } from 'kysely';
import type { Judged } from '../../../core/evidence/evidence.ts';
import type { MachineStep } from '../../../core/evidence/machineStep.ts';
import type { Verdict } from '../../../core/verdict.ts';

/** The tables of migration 910. */
export interface EvidenceTables {
  task_nonce: TaskNonceTable;
  machine_look: MachineLookTable;
}

/** Which turn of somebody's word for a task is theirs now: one that leaked gives way to the next. */
interface TaskNonceTable {
  task: string;
  person: string;
  turn: number;
  made_at: Date;
}

/** What the machine saw in a submission, and what it did with it. */
interface MachineLookTable {
  submission: string;
  at: Date;
  outcome: Verdict;
  step: MachineStep;
  /** Drawn for a person's look although all holds. */
  spot_check: boolean;
  judged: JSONColumnType<readonly Judged[]>;
}
