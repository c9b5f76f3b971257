import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { openEvidenceJudge } from '../../src/gather/evidence/evidenceJudge.ts';
import { withDatabase } from '../../test/world/programmeDatabase.ts';
import { testMailSettings } from '../../test/world/testMailSettings.ts';
import { type MovedOffice, simulateTerm } from './simulateTerm.ts';
import { termProblems } from './termProblems.ts';

test('a small term: nothing is decided twice, everything acknowledged, every state follows from the log', async (t) =>
  withDatabase(t, async ({ db }) => {
    let now = new Date('2026-06-01T12:00:00Z');
    const judge = openEvidenceJudge();
    t.after(() => judge.close());
    const office: MovedOffice = {
      ...{ db, address: 'http://127.0.0.1:7430', newId: randomUUID, mailSettings: testMailSettings, now: () => now },
      judge: judge.judge,
      moveTo: (at) => {
        now = at;
      },
    };
    const order = { applicants: 30, places: 6, seed: 2026, lanes: 6 };
    for await (const step of simulateTerm(office, order)) t.diagnostic(step);
    const { problems, ...counts } = await termProblems(office);
    t.diagnostic(JSON.stringify(counts));
    assert.deepEqual(problems, []);
    assert.equal(counts.applications, 30);
    assert.ok(counts.submissions > 20);
    assert.ok(counts.byMachine.pass > 0 && counts.byMachine['hand back'] > 0 && counts.byMachine.leave > 0);
    await db.updateTable('application').set({ state: 'accepted' }).where('state', '=', 'declined').execute();
    assert.notDeepEqual((await termProblems(office)).problems, []);
  }));
