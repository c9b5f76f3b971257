import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termPages } from '../../../test/world/termPages.ts';
import { done, type TermWorld, termWorld } from '../../../test/world/termWorld.ts';
import { decideSubmission } from '../queue/decideSubmission.ts';
import { takeSubmission } from '../queue/takeSubmission.ts';
import { copyTerm } from '../term/copyTerm.ts';
import { makeTask } from './makeTask.ts';
import { readPlan } from './readPlan.ts';
import { readTasks } from './readTasks.ts';
import { removeTask } from './removeTask.ts';
import { submitTask } from './submitTask.ts';

const withTasks = async (world: TermWorld) => {
  const lead = await world.person('Lea', 'lead mentor', 'organiser');
  const ids: string[] = [];
  for (const slug of ['one', 'two', 'three']) {
    const words = { slug, title: slug, words: 'Do it.', release: 'in order', releaseAt: null, required: true } as const;
    ids.push(done(await makeTask(world.office, lead, { ...words, term: world.term.id, deadline: world.at(5) })).id);
  }
  const [one = '', two = '', three = ''] = ids;
  return {
    lead,
    one,
    two,
    three,
    ada: await world.person('Ada', 'applicant'),
    bea: await world.person('Bea', 'applicant'),
  };
};

test('a task without attempts is deleted, one with attempts is retired; the next task of the order is right', async (t) => {
  const world = await termWorld(t);
  const { office, term } = world;
  const { lead, one, two, three, ada, bea } = await withTasks(world);
  const states = async (who: typeof ada) =>
    (await readTasks(office, who, { term: term.id }))?.map(({ facts, state }) => `${facts.task.slug} ${state}`);
  const sent = { term: term.id, via: 'page', key: 'k', statement: 'Done.', files: [] } as const;
  const remove = { term: term.id, reason: 'replaced' };
  done(await submitTask(office, ada, { ...sent, task: one }));

  assert.equal((await removeTask(office, ada, { ...remove, task: one })).kind, 'refused');
  assert.equal((await removeTask(office, lead, { ...remove, task: one, reason: 'Ada was rude' })).kind, 'refused');
  assert.deepEqual(await removeTask(office, lead, { ...remove, task: one }), { kind: 'retired' });
  assert.equal((await removeTask(office, lead, { ...remove, task: one })).kind, 'refused');
  assert.deepEqual(await states(ada), ['one waiting for a mentor', 'two open', 'three not released']);
  assert.deepEqual(await states(bea), ['two open', 'three not released']);
  const again = await submitTask(office, ada, { ...sent, task: one, key: 'other' });
  assert.equal(again.kind === 'refused' && again.because, 'This task is not given out any more.');

  assert.deepEqual(await removeTask(office, lead, { ...remove, task: two }), { kind: 'deleted' });
  assert.deepEqual(await states(bea), ['three open']);
  const plan = await readPlan(office, lead, { term: term.id });
  assert.deepEqual(
    plan?.map(({ task }) => [task.slug, task.ordinal, task.isRetired]),
    [
      ['one', 1, true],
      ['three', 2, false],
    ],
  );
  const reasons = [...(await world.facts('task-retired')), ...(await world.facts('task-deleted'))];
  assert.deepEqual(
    reasons.map(({ about, body }) => [about, body['reason']]),
    [
      [one, 'replaced'],
      [two, 'replaced'],
    ],
  );
  const copy = done(await copyTerm(office, lead, { term: term.id, slug: 'next', name: 'next', weeks: 20 }));
  const copied = await office.db.selectFrom('task').select('slug').where('term', '=', copy.id).execute();
  assert.deepEqual(copied, [{ slug: 'three' }]);
  assert.equal((await removeTask(office, lead, { term: 'other', task: three, reason: 'much' })).kind, 'refused');
});

test('the pages: taken out on the task’s own, said on the plan, and shown to whoever had handed in', async (t) => {
  const world = await termWorld(t);
  const { lead, one, ada, bea } = await withTasks(world);
  const pages = termPages(world);
  const sent = { term: world.term.id, task: one, via: 'page', key: 'k', statement: 'Done.', files: [] } as const;
  done(await submitTask(world.office, ada, sent));
  assert.match(await pages.text(lead, '/plan/one'), /Take it out of the term[\s\S]*there is too much to do/);
  for (const who of [ada, undefined]) assert.equal((await pages.post(who, '/plan/one/remove', {})).status, 404);
  const removed = await pages.post(lead, '/plan/one/remove', { reason: 'impossible' });
  assert.equal(removed.headers.get('location'), `${pages.at}/plan?done=retired`);
  const plan = await pages.text(lead, '/plan?done=retired');
  assert.match(
    plan,
    /Two tasks for everybody[\s\S]*given to nobody any more[\s\S]*1\. two[\s\S]*No longer given out[\s\S]*one/,
  );
  assert.match(await pages.text(lead, '/plan/one'), /This task is given to nobody any more/);
  assert.match(await pages.text(ada, '/tasks'), /not given out any more/);
  assert.match(await pages.text(ada, '/tasks/one'), /This task is not given out any more[\s\S]*Nothing more is taken/);
  assert.equal((await pages.get(bea, '/tasks/one')).status, 404);
  assert.match(await pages.text(lead, '/organise/log'), /task retired/);

  const [attempt] = await world.office.db.selectFrom('submission').select('id').execute();
  const mia = await world.person('Mia', 'mentor');
  const submission = attempt?.id ?? '';
  done(await takeSubmission(world.office, mia, { submission }));
  done(await decideSubmission(world.office, mia, { submission, outcome: 'changes requested', answer: 'Nearly.' }));
  assert.doesNotMatch(await pages.text(ada, '/tasks'), /→ changes requested/);
  assert.match(await pages.text(ada, '/tasks/one'), /one: not given out any more[\s\S]*Nearly\./);

  for (const who of [ada, undefined]) assert.equal((await pages.post(who, '/plan/one/restore', {})).status, 404);
  assert.equal((await pages.post(lead, '/plan/two/restore', {})).status, 409);
  const back = await pages.post(lead, '/plan/one/restore', {});
  assert.equal(back.headers.get('location'), `${pages.at}/plan?done=restored`);
  assert.match(await pages.text(lead, '/plan?done=restored'), /It is given out again[\s\S]*1\. one[\s\S]*2\. two/);
  assert.match(await pages.text(ada, '/tasks'), /→ changes requested/);
  assert.equal((await pages.get(bea, '/tasks/one')).status, 200);
  assert.equal((await world.facts('task-restored')).length, 1);
});

test('removed as somebody hands in: either it was kept and the task is retired, or neither is there', async (t) => {
  const world = await termWorld(t);
  const { office, term } = world;
  const { lead, ada } = await withTasks(world);
  const seen = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const words = { slug: `r${round}`, title: 'r', words: 'Do it.', release: 'at once', releaseAt: null } as const;
    const order = { ...words, required: true, term: term.id, deadline: world.at(5) };
    const task = done(await makeTask(office, lead, order)).id;
    const sent = { term: term.id, task, via: 'page', key: 'k', statement: 'Done.', files: [] } as const;
    const removal = () => removeTask(office, lead, { term: term.id, task, reason: 'replaced' });
    const [removed, kept] = await Promise.all(
      round % 2 === 0
        ? [removal(), submitTask(office, ada, sent)]
        : [removal(), new Promise(setImmediate).then(() => submitTask(office, ada, sent))],
    );
    const rows = await office.db.selectFrom('submission').select('id').where('task', '=', task).execute();
    assert.equal(rows.length, kept.kind === 'received' ? 1 : 0);
    assert.equal(removed.kind, kept.kind === 'received' ? 'retired' : 'deleted');
    seen.add(removed.kind);
  }
  t.diagnostic(`seen: ${[...seen].join(', ')}`);
});
