import type { Judged } from '../../core/evidence/evidence.ts';
import type { LikenessKind } from '../../core/evidence/likenessMarks.ts';
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
  /** Something of another person is much like it; `answer` is what its person says of that. */
  readonly likeness: { readonly answer: string; readonly kinds: readonly LikenessKind[] } | undefined;
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
  const alike = await db
    .selectFrom('likeness')
    .innerJoin('submission', 'submission.id', 'likeness.submission')
    .select(['likeness.submission', 'kind'])
    .distinct()
    .orderBy('kind')
    .where('task', '=', task)
    .where('person', '=', person)
    .execute();
  return new Map(
    rows.map(({ submission, at, outcome, step, spot_check, judged, alike_answer }) => {
      const kinds = alike.filter((row) => row.submission === submission).map(({ kind }) => kind);
      const likeness = kinds.length === 0 ? undefined : { answer: alike_answer, kinds };
      return [submission, { at, outcome, step, isSpotCheck: spot_check, judged, likeness }];
    }),
  );
}
