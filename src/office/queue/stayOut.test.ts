import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, done, HOUR, termWorld } from '../../../test/world/termWorld.ts';
import { makeTask } from '../tasks/makeTask.ts';
import { removeTask } from '../tasks/removeTask.ts';
import { submitTask } from '../tasks/submitTask.ts';
import { decideSubmission } from './decideSubmission.ts';
import { listQueue } from './listQueue.ts';
import { overrideVerdict } from './overrideVerdict.ts';
import { readNeeds } from './readNeeds.ts';
import { stayOut } from './stayOut.ts';
import { takeSubmission } from './takeSubmission.ts';

const withTask = async (t: Parameters<typeof termWorld>[0]) => {
  const world = await termWorld(t);
  const { office, term, at } = world;
  const lead = await world.person('Lea', 'lead mentor');
  const made = await makeTask(office, lead, {
    ...{ slug: 'build', title: 'Build', words: 'Build it.', release: 'at once', releaseAt: null, required: true },
    ...{ term: term.id, deadline: at(60) },
  });
  const task = done(made).id;
  let key = 0;
  const handIn = async (who: Awaited<ReturnType<typeof world.person>>): Promise<string> => {
    key++;
    const order = { term: term.id, task, via: 'page', key: `k${key}`, statement: 'It boots.', files: [] } as const;
    return done(await submitTask(office, who, order)).id;
  };
  return { ...world, lead, task, handIn, filter: { show: 'free', task: undefined } as const };
};

test('whoever knows somebody too well gives back what they have, and is offered and decides nothing more of them', async (t) => {
  const { office, term, person, handIn, filter, facts } = await withTask(t);
  const [mia, max, ada] = [
    await person('Mia', 'mentor'),
    await person('Max', 'mentor'),
    await person('Ada', 'applicant'),
  ];
  const submission = await handIn(ada);
  assert.equal((await takeSubmission(office, mia, { submission })).kind, 'taken');
  assert.deepEqual(await stayOut(office, mia, { submission }), { kind: 'out' });
  assert.deepEqual(await stayOut(office, mia, { submission }), { kind: 'out' });
  assert.deepEqual(await facts('conflict-said'), [{ about: submission, by: mia.id, body: { reviewer: mia.id } }]);
  const refused = { kind: 'refused', because: 'you said that you know them too well', isForbidden: true };
  assert.deepEqual(await takeSubmission(office, mia, { submission }), refused);
  const verdict = { submission, outcome: 'accepted', answer: 'Well done.' } as const;
  assert.deepEqual(await decideSubmission(office, mia, verdict), refused);
  const shown = async (who: typeof mia) => (await listQueue(office, who, { term: term.id, filter }))?.items.length;
  assert.deepEqual([await shown(mia), await shown(max)], [0, 1]);
  assert.equal((await takeSubmission(office, max, { submission })).kind, 'taken');
  assert.equal((await decideSubmission(office, max, verdict)).kind, 'decided');
  const other = { ...verdict, outcome: 'not yet', reason: 'I know better.' } as const;
  assert.deepEqual(await overrideVerdict(office, mia, other), refused);
  assert.equal((await stayOut(office, ada, { submission })).kind, 'refused');
});

test('who was sent back twice, and which mentee is silent, mentors see; nobody sees those whom they know too well', async (t) => {
  const { office, term, person, lead, task, handIn, forward } = await withTask(t);
  const [mia, max] = [await person('Mia', 'mentor'), await person('Max', 'mentor')];
  const ada = await person('Ada', 'applicant', 'mentee');
  const bea = await person('Bea', 'mentee');
  await person('Cem', 'applicant');
  const needs = async (who: typeof mia) =>
    (await readNeeds(office, who, { term: term.id })).map(({ kind, name }) => `${name} ${kind}`);
  const sendBack = async (): Promise<string> => {
    const submission = await handIn(ada);
    await takeSubmission(office, mia, { submission });
    await decideSubmission(office, mia, { submission, outcome: 'not yet', answer: 'Which kernel is it?' });
    forward(HOUR);
    return submission;
  };
  await sendBack();
  assert.deepEqual(await needs(mia), []);
  const second = await sendBack();
  assert.deepEqual(await needs(mia), ['Ada sent back']);
  const third = await handIn(ada);
  assert.deepEqual(await needs(mia), []);
  await stayOut(office, max, { submission: third });
  await takeSubmission(office, mia, { submission: third });
  await decideSubmission(office, mia, { submission: third, outcome: 'not yet', answer: 'And which compiler?' });
  forward(41 * DAY);
  assert.deepEqual(await needs(mia), ['Bea silent', 'Ada sent back']);
  assert.deepEqual(await needs(max), ['Bea silent']);
  const last = await handIn(bea);
  assert.deepEqual(await needs(mia), ['Ada sent back']);
  assert.notEqual(last, second);
  assert.deepEqual(await readNeeds(office, ada, { term: term.id }), []);
  done(await removeTask(office, lead, { term: term.id, task, reason: 'mistake' }));
  assert.deepEqual(await needs(mia), [], 'nobody needs help with a task that is not given out any more');
});
