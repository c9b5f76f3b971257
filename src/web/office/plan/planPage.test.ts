import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termPages } from '../../../../test/world/termPages.ts';
import { termWorld } from '../../../../test/world/termWorld.ts';
import { readTasks } from '../../../office/tasks/readTasks.ts';

test('an organiser fills a term with the samples, orders and changes them; deadlines are of the term’s zone', async (t) => {
  const world = await termWorld(t);
  const pages = termPages(world);
  const [otto, ada] = [await world.person('Otto', 'organiser'), await world.person('Ada', 'applicant')];
  assert.match(await pages.text(otto, '/plan'), /This term has no tasks yet/);
  await pages.post(otto, '/plan/samples', {});
  await pages.post(otto, '/plan/samples', {});
  const plan = await pages.text(otto, '/plan');
  assert.match(plan, /Ten tasks for everybody/);
  assert.equal(plan.match(/action="[^"]+\/plan\/order"/g)?.length, 10);
  const [, course = ''] = /name="task" value="([^"]+)"/.exec(plan) ?? [];
  await pages.post(otto, '/plan/order', { task: course, place: '3' });
  const order = await readTasks(world.office, ada, { term: world.term.id });
  assert.deepEqual(
    order?.slice(0, 3).map(({ facts }) => facts.task.slug),
    ['build-and-boot', 'custom-module', 'course'],
  );
  const form = { slug: 'own', title: 'Our own', words: 'Do it.', release: 'at once', required: 'yes' };
  const gone = await pages.post(otto, '/plan/new', { ...form, deadline: '2027-03-28T02:30' });
  assert.equal(gone.status, 422);
  assert.match(await gone.text(), /has no deadline[\s\S]*Our own/);
  assert.equal((await pages.post(otto, '/plan/new', { ...form, deadline: '2026-12-04T18:00' })).status, 303);
  const page = await pages.text(otto, '/plan/own');
  assert.match(page, /value="2026-12-04T18:00"/);
  const made = (await readTasks(world.office, ada, { term: world.term.id }))?.find(
    ({ facts }) => facts.task.slug === 'own',
  );
  assert.equal(made?.deadline.toISOString(), '2026-12-04T17:00:00.000Z');
  assert.equal(
    (await pages.post(otto, '/plan/own', { ...form, title: 'Ours', deadline: '2026-12-05T18:00' })).status,
    303,
  );
  assert.match(await pages.text(ada, '/tasks'), /Ours/);
});

test('more time and another task reach the one whom they are for, with the reason', async (t) => {
  const world = await termWorld(t);
  const pages = termPages(world);
  const lead = await world.person('Lea', 'lead mentor');
  const [ada, bea] = [await world.person('Ada', 'applicant'), await world.person('Bea', 'applicant')];
  await pages.post(lead, '/plan/samples', {});
  const time = await pages.text(lead, '/plan/time?q=ada');
  const [, person = ''] = /name="person"\s+value="([^"]+)"\s+required\s+checked/.exec(time) ?? [];
  const [, task = ''] = /<option value="([^"]+)">The course/.exec(time) ?? [];
  const given = { person, task, until: '2027-01-04T12:00', reason: 'A broken hand.' };
  assert.equal((await pages.post(lead, '/plan/time', given)).status, 303);
  const extra = { slug: 'c', title: 'More C', words: 'Read.', required: 'yes', deadline: '2026-12-01T12:00' };
  const order = { ...extra, persons: person, reason: 'Pointers.' };
  assert.equal((await pages.post(lead, '/plan/extra', { ...order, reason: '' })).status, 422);
  assert.equal((await pages.post(lead, '/plan/extra', order)).status, 303);
  const tasks = await pages.text(ada, '/tasks');
  assert.match(tasks, /More time: A broken hand\.[\s\S]*More C[\s\S]*For you: Pointers\./);
  assert.doesNotMatch(await pages.text(bea, '/tasks'), /broken hand|More C/);
  for (const path of ['/plan', '/plan/new', '/plan/course', '/plan/extra', '/plan/time']) {
    for (const who of [undefined, ada]) assert.equal((await pages.get(who, path)).status, 404, path);
  }
  const mia = await world.person('Mia', 'mentor');
  assert.deepEqual([(await pages.get(mia, '/plan')).status, (await pages.get(mia, '/plan/extra')).status], [404, 200]);
});
