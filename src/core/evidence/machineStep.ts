import type { Verdict } from '../verdict.ts';

/** What the machine does with a submission: it may pass one and hand one back, and leaves all else to a person. */
export type MachineStep = 'pass' | 'hand back' | 'leave';

/** So often what does not hold goes back with what was seen; after that a mentor sees it. */
const MACHINE_ROUNDS = 2;

export interface MachineFacts {
  readonly outcome: Verdict;
  /** How often the machine has handed this task back to this person already. */
  readonly rounds: number;
  /** The task's author lets it pass what holds. */
  readonly mayPass: boolean;
  /** Drawn for a look by a person although all holds. */
  readonly isSpotCheck: boolean;
  /** The person says that the machine is wrong, or that a person should look. */
  readonly wantsPerson: boolean;
  /** Of what lets it not hold, everything is something that the person can mend. */
  readonly canMend: boolean;
  /** It is much like what somebody else handed in: a person weighs that, and the machine passes nothing. */
  readonly isAlike: boolean;
}

/** A machine may pass a task; it never fails a person. */
export const machineStep = (facts: MachineFacts): MachineStep => {
  const { outcome, rounds, mayPass, isSpotCheck, wantsPerson, canMend, isAlike } = facts;
  if (wantsPerson) return 'leave';
  if (outcome === 'holds') return mayPass && !isSpotCheck && !isAlike ? 'pass' : 'leave';
  return canMend && rounds < MACHINE_ROUNDS ? 'hand back' : 'leave';
};
