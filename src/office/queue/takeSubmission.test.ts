import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, done, HOUR, type TermWorld, termWorld } from '../../../test/world/termWorld.ts';
import { makeTask } from '../tasks/makeTask.ts';
import { standingsOf } from '../tasks/standingsOf.ts';
import { submitTask } from '../tasks/submitTask.ts';
import { decideSubmission } from './decideSubmission.ts';
import { freeSubmissions } from './freeSubmissions.ts';
import { giveBack } from './giveBack.ts';
import { listQueue } from './listQueue.ts';
import { nextSubmission } from './nextSubmission.ts';
import { overrideVerdict } from './overrideVerdict.ts';
import { readLoads } from './readLoads.ts';
import { keepRemark, readRemarks } from './remarks.ts';
import { setMost } from './setMost.ts';
import { takeSubmission } from './takeSubmission.ts';

/** So many applicants who have handed one task in, an hour after each other. */
const waiting = async (world: TermWorld, count: number) => {
  const lead = await world.person('Lea Lead', 'lead mentor');
  const { id: task } = done(
    await makeTask(world.office, lead, {
      ...{ slug: 'build', title: 'Build', words: 'Build it.', release: 'at once', releaseAt: null, required: true },
      ...{ term: world.term.id, deadline: world.at(20) },
    }),
  );
  const ids: string[] = [];
  for (let at = 1; at <= count; at++) {
    const who = await world.person(`Applicant ${at}`, 'applicant');
    const order = { term: world.term.id, task, via: 'page', key: 'k', statement: 'Done.', files: [] } as const;
    ids.push(done(await submitTask(world.office, who, order)).id);
    world.forward(HOUR);
  }
  return { lead, task, ids, first: ids[0] ?? '' };
};

test('of mentors who take the same at the same time, one has it', async (t) => {
  const world = await termWorld(t);
  const { first, ids } = await waiting(world, 3);
  const mentors = await Promise.all(['M1', 'M2', 'M3', 'M4'].map((name) => world.person(name, 'mentor')));
  const taken = await Promise.all(mentors.map((who) => takeSubmission(world.office, who, { submission: first })));
  assert.deepEqual(taken.map(({ kind }) => kind).toSorted(), ['gone', 'gone', 'gone', 'taken']);
  assert.equal((await world.facts('submission-taken')).length, 1);
  const next = await Promise.all(mentors.map((who) => nextSubmission(world.office, who, { term: world.term.id })));
  assert.deepEqual(next.map(({ kind }) => kind).toSorted(), ['empty', 'empty', 'taken', 'taken']);
  const got = next.flatMap((one) => (one.kind === 'taken' ? [one.submission] : []));
  assert.deepEqual(got.toSorted(), ids.slice(1).toSorted());
});

test('of two verdicts at the same time, one counts, and one fact tells of it', async (t) => {
  const world = await termWorld(t);
  const { first } = await waiting(world, 1);
  const mia = await world.person('Mia', 'mentor');
  done(await takeSubmission(world.office, mia, { submission: first }));
  const order = { submission: first, answer: 'The log is of another kernel.' } as const;
  const both = await Promise.all([
    decideSubmission(world.office, mia, { ...order, outcome: 'accepted' }),
    decideSubmission(world.office, mia, { ...order, outcome: 'not yet' }),
    decideSubmission(world.office, mia, { ...order, outcome: 'changes requested' }),
  ]);
  assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['decided', 'refused', 'refused']);
  assert.equal((await world.facts('submission-decided')).length, 1);
});

test('a lease runs out and is the others’; until somebody takes it, its verdict still counts', async (t) => {
  const world = await termWorld(t);
  const { first } = await waiting(world, 1);
  const [mia, max] = [await world.person('Mia', 'mentor'), await world.person('Max', 'mentor')];
  done(await takeSubmission(world.office, mia, { submission: first }));
  assert.equal((await takeSubmission(world.office, max, { submission: first })).kind, 'gone');
  world.forward(61 * 60_000);
  assert.equal(done(await takeSubmission(world.office, max, { submission: first })).kind, 'taken');
  const order = { submission: first, outcome: 'not yet', answer: 'Which kernel?' } as const;
  assert.equal((await decideSubmission(world.office, mia, order)).kind, 'refused');
  world.forward(61 * 60_000);
  done(await decideSubmission(world.office, max, order));
  assert.equal((await decideSubmission(world.office, max, order)).kind, 'refused');
});

test('whoever is not through is told what to mend; another mentor decides otherwise with a reason', async (t) => {
  const world = await termWorld(t);
  const { first, lead } = await waiting(world, 1);
  const mia = await world.person('Mia', 'mentor');
  done(await takeSubmission(world.office, mia, { submission: first }));
  const verdict = { submission: first, outcome: 'not yet', answer: 'The log is cut.' } as const;
  assert.equal((await decideSubmission(world.office, mia, { ...verdict, answer: ' ' })).kind, 'refused');
  done(await decideSubmission(world.office, mia, verdict));
  const other = {
    submission: first,
    outcome: 'accepted',
    answer: 'It is whole.',
    reason: 'It was in a second file.',
  } as const;
  assert.equal((await overrideVerdict(world.office, mia, other)).kind, 'refused');
  assert.equal((await overrideVerdict(world.office, lead, { ...other, reason: '' })).kind, 'refused');
  const twice = await Promise.all([other, other].map((order) => overrideVerdict(world.office, lead, order)));
  assert.deepEqual(twice.map(({ kind }) => kind).toSorted(), ['overridden', 'refused']);
  const kept = await world.office.db
    .selectFrom('earlier_verdict')
    .select(['outcome', 'answer', 'decided_by'])
    .execute();
  assert.deepEqual(kept, [{ outcome: 'not yet', answer: 'The log is cut.', decided_by: mia.id }]);
  const owner = (await world.facts('submitted'))[0]?.by ?? '';
  assert.equal((await standingsOf(world.office, world.term.id, owner))[0]?.state, 'accepted');
});

test('a mentor has as many as they want, and what lies with one can be freed', async (t) => {
  const world = await termWorld(t);
  const { lead, ids } = await waiting(world, 4);
  const [mia, max] = [await world.person('Mia', 'mentor'), await world.person('Max', 'mentor')];
  const term = world.term.id;
  done(await setMost(world.office, mia, { term, mentor: mia.id, most: 2 }));
  assert.equal((await setMost(world.office, mia, { term, mentor: max.id, most: 1 })).kind, 'refused');
  assert.equal((await setMost(world.office, mia, { term, mentor: mia.id, most: 0 })).kind, 'refused');
  const taken = await Promise.all(ids.map((id) => takeSubmission(world.office, mia, { submission: id })));
  assert.deepEqual(taken.map(({ kind }) => kind).toSorted(), ['refused', 'refused', 'taken', 'taken']);
  const loads = await readLoads(world.office, mia, { term });
  assert.deepEqual(
    loads?.map(({ name, has, most }) => `${name} ${has}/${most}`),
    ['Lea Lead 0/5', 'Max 0/5', 'Mia 2/2'],
  );
  assert.equal((await freeSubmissions(world.office, max, { term, mentor: mia.id })).kind, 'refused');
  assert.deepEqual(await freeSubmissions(world.office, lead, { term, mentor: mia.id }), { kind: 'freed', count: 2 });
  assert.equal(
    (await listQueue(world.office, max, { term, filter: { show: 'free', task: undefined } }))?.items.length,
    4,
  );
});

test('oldest first, filters, giving back, and nothing for whoever is no mentor', async (t) => {
  const world = await termWorld(t);
  const { ids, first } = await waiting(world, 3);
  const mia = await world.person('Mia', 'mentor');
  const term = world.term.id;
  const show = async (of: 'free' | 'taken' | 'mine', task?: string) =>
    (await listQueue(world.office, mia, { term, filter: { show: of, task } }))?.items.map(({ item }) => item.id);
  assert.deepEqual(await show('free'), ids);
  assert.deepEqual(await show('free', 'other'), []);
  done(await takeSubmission(world.office, mia, { submission: first }));
  assert.deepEqual([await show('free'), await show('mine')], [ids.slice(1), [first]]);
  done(await giveBack(world.office, mia, { submission: first }));
  done(await giveBack(world.office, mia, { submission: first }));
  assert.equal((await world.facts('submission-given-back')).length, 1);
  assert.deepEqual(await show('free'), ids);
  const ada = await world.person('Ada', 'applicant');
  assert.equal(await listQueue(world.office, ada, { term, filter: { show: 'free', task: undefined } }), undefined);
  assert.equal((await takeSubmission(world.office, ada, { submission: first })).kind, 'refused');
  world.forward(19 * DAY);
  const queue = await listQueue(world.office, mia, { term, filter: { show: 'free', task: undefined } });
  assert.deepEqual(queue?.items[0]?.sooner, ['its deadline is near: there should be time to mend it']);
  done(await keepRemark(world.office, mia, { term, title: 'another kernel', text: 'The log is of another kernel.' }));
  done(await keepRemark(world.office, mia, { term, title: 'another kernel', text: 'Which kernel is it?' }));
  assert.deepEqual(
    (await readRemarks(world.office, mia, { term })).map(({ text }) => text),
    ['Which kernel is it?'],
  );
  assert.deepEqual(await readRemarks(world.office, ada, { term }), []);
});
