import type { Judged } from '../../core/evidence/evidence.ts';
import type { MachineStep } from '../../core/evidence/machineStep.ts';
import type { Verdict } from '../../core/verdict.ts';
import type { Office } from '../office.ts';

/** What the machine saw in a submission, and what it did. */
export interface Look {
  readonly at: Date;
  readonly outcome: Verdict;
  readonly step: MachineStep;
  readonly isSpotCheck: boolean;
  readonly judged: readonly Judged[];
}

/** Of all attempts of one person at one task, by submission. Asks nobody's permission: for pages that have. */
export async function looksOf(
  { db }: Pick<Office, 'db'>,
  { task, person }: { readonly task: string; readonly person: string },
): Promise<ReadonlyMap<string, Look>> {
  const rows = await db
    .selectFrom('machine_look')
    .innerJoin('submission', 'submission.id', 'machine_look.submission')
    .selectAll('machine_look')
    .where('task', '=', task)
    .where('person', '=', person)
    .execute();
  return new Map(
    rows.map(({ submission, at, outcome, step, spot_check, judged }) => [
      submission,
      { at, outcome, step, isSpotCheck: spot_check, judged },
    ]),
  );
}
