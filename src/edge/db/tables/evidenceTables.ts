import type { Generated, JSONColumnType } from 'kysely';
import type { Judged } from '../../../core/evidence/evidence.ts';
import type { LikenessKind } from '../../../core/evidence/likenessMarks.ts';
import type { MachineStep } from '../../../core/evidence/machineStep.ts';
import type { Verdict } from '../../../core/verdict.ts';

/** The tables of migrations 910 and 911. */
export interface EvidenceTables {
  task_nonce: TaskNonceTable;
  machine_look: MachineLookTable;
  likeness_sign: LikenessSignTable;
  likeness: LikenessTable;
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
  /** What they said when they were asked about a likeness. */
  alike_answer: Generated<string>;
  alike_answered_at: Date | null;
}

/** By what a piece is found again in what others hand in. */
interface LikenessSignTable {
  submission: string;
  /** In the order of its pieces. */
  ordinal: number;
  kind: LikenessKind;
  piece: string;
  signs: number[];
  bands: string[];
}

/** Two pieces of two people that are alike; `other` came first. */
interface LikenessTable {
  submission: string;
  other: string;
  kind: LikenessKind;
  piece: string;
  other_piece: string;
  /** How much they share, from 0 to 1. */
  part: number;
  at: Date;
}
