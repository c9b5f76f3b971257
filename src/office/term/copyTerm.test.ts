import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, termWorld } from '../../../test/world/termWorld.ts';
import { askerOf } from '../askerOf.ts';
import { addSampleTasks } from '../tasks/addSampleTasks.ts';
import { readPlan } from '../tasks/readPlan.ts';
import { copyTerm } from './copyTerm.ts';
import { instantIn, localIn } from './instantIn.ts';
import { readTerm } from './readTerms.ts';

test('a term copied has the same tasks at the same hours of the clock, and nobody of the former', async (t) => {
  const world = await termWorld(t);
  const { office, term } = world;
  const [otto, ada] = [await world.person('Otto', 'organiser'), await world.person('Ada', 'applicant')];
  done(await addSampleTasks(office, otto, { term: term.id }));
  const order = { term: term.id, slug: 'spring', name: 'spring term', weeks: 24 };
  assert.equal((await copyTerm(office, ada, order)).kind, 'refused');
  const { id } = done(await copyTerm(office, otto, order));
  assert.equal((await copyTerm(office, otto, order)).kind, 'refused');
  const copy = await readTerm(office, id);
  assert.equal(copy?.isPublic, false);
  const [before, after] = [term.opensAt, copy?.opensAt ?? term.opensAt].map((at) => localIn(term.zone, at));
  assert.deepEqual([before, after], ['2026-11-01T13:00', '2027-04-18T13:00']);
  const plan = await readPlan(office, await askerOf(office, otto.id, 'passkey'), { term: id });
  assert.equal(plan?.length, 10);
  const evidence = (of: string) =>
    office.db.selectFrom('task').select(['slug', 'evidence']).where('term', '=', of).orderBy('slug').execute();
  assert.deepEqual(await evidence(id), await evidence(term.id));
  assert.ok((await evidence(id)).some((one) => one.evidence !== null));
  const members = await office.db.selectFrom('membership').select('person').where('term', '=', id).execute();
  assert.deepEqual(members, [{ person: otto.id }]);
});

const clocks: readonly [string, string, string | undefined][] = [
  ['Europe/Berlin', '2026-12-04T18:00', '2026-12-04T17:00:00.000Z'],
  ['Europe/Berlin', '2027-03-28T02:30', undefined], // taken away
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'], // twice: the earlier
  ['Asia/Kolkata', '2026-12-04 18:00', '2026-12-04T12:30:00.000Z'],
  ['No/Where', '2026-12-04T18:00', undefined],
  ['UTC', '2026-02-30T18:00', undefined],
  ['UTC', '', undefined],
];

for (const [zone, local, instant] of clocks) {
  test(`${local || 'nothing'} in ${zone}`, () => assert.equal(instantIn(zone, local)?.toISOString(), instant));
}
