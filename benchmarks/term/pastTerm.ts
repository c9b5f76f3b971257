import { sql } from 'kysely';
import { openEvidenceJudge } from '../../src/gather/evidence/evidenceJudge.ts';
import type { Mailing } from '../../src/office/mailPerson.ts';
import { type SimulationOrder, simulateTerm } from './simulateTerm.ts';
import { type TermCounts, termProblems } from './termProblems.ts';
import { DAY } from './termTeam.ts';

/** Makes up a term that began 59 days ago, so that now is its second week, and looks whether its log tells all of it. */
export async function pastTerm(
  office: Mailing,
  order: SimulationOrder,
  told: (step: string) => void,
): Promise<TermCounts> {
  let now = new Date(Date.now() - 59 * DAY);
  const judge = openEvidenceJudge();
  const moved = {
    ...{ ...office, judge: judge.judge, now: () => now },
    moveTo: (at: Date): void => {
      now = at;
    },
  };
  const { db } = office;
  // What is made up need not outlive a crash of the machine.
  await sql`ALTER ROLE CURRENT_USER SET synchronous_commit = off`.execute(db);
  for await (const step of simulateTerm(moved, order)) told(step);
  await judge.close();
  const counts = await termProblems(moved);
  // What was told in those weeks is not sent now.
  await db
    .updateTable('outbox')
    .set({ state: 'stopped', response: 'made up for a demo' })
    .where('state', 'in', ['waiting', 'gathering'])
    .execute();
  await sql`ALTER ROLE CURRENT_USER RESET synchronous_commit`.execute(db);
  return counts;
}
