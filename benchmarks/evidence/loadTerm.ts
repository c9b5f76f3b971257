import { readFileSync } from 'node:fs';
import { askerOf } from '../../src/office/askerOf.ts';
import { setEvidence } from '../../src/office/evidence/setEvidence.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import { makeTask } from '../../src/office/tasks/makeTask.ts';
import { giveRole } from '../../src/office/term/giveRole.ts';
import { openRush, type RushPlace, rushTerm } from '../rush/rushTerm.ts';
import { anotherBoot } from '../term/simulatedPieces.ts';
import { DAY } from '../term/termTeam.ts';

export const LOAD_TASK = 'boot';
const LOG = readFileSync('test/data/evidence/boot-6.12.dmesg.txt', 'utf8');
const EVIDENCE = JSON.stringify({
  needs: [{ kind: 'boot log', kernel: 'distribution', atLeast: '6.1' }],
  spotChecks: 0,
});

/** A term with applicants and one task, whose evidence is a boot log: a cookie for each of them. */
export async function loadTerm(place: RushPlace, people: number): Promise<readonly string[]> {
  const cookies = await rushTerm(place, people);
  const { office, database } = await openRush(place);
  const { db } = office;
  try {
    const { id: term } = await db.selectFrom('term').select('id').executeTakeFirstOrThrow();
    const persons = await db.selectFrom('person').select('id').execute();
    const lead = { id: await givePerson(office, { address: 'lead@team.example', name: 'Lea', zone: 'UTC' }) };
    await db.transaction().execute(async (trx) => {
      const at = office.now();
      for (const { id } of persons) await giveRole(trx, { term, person: id, role: 'applicant', by: 'operator', at });
      await giveRole(trx, { term, person: lead.id, role: 'lead mentor', by: 'operator', at });
    });
    const asker = await askerOf(office, lead.id, 'passkey');
    const task = await makeTask(office, asker, {
      ...{
        term,
        slug: LOAD_TASK,
        title: 'Boot',
        words: 'Boot it.',
        release: 'at once',
        releaseAt: null,
        required: true,
      },
      deadline: new Date(Date.now() + 5 * DAY),
    });
    if (task.kind === 'refused') throw new Error(task.because);
    const set = await setEvidence(office, asker, { term, task: task.id, text: EVIDENCE });
    if (set.kind === 'refused') throw new Error(set.because);
    return cookies;
  } finally {
    await database.close();
  }
}

/** A real boot with somebody's mark, at instants of its own. */
export const bootOf = (nonce: string, seed: number): string =>
  anotherBoot(LOG.replaceAll('plgabcdefgh2345', nonce), seed);
