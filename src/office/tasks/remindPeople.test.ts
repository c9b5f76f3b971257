import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, done, HOUR, termWorld } from '../../../test/world/termWorld.ts';
import { sendApplication } from '../apply/sendApplication.ts';
import { startApplication } from '../apply/startApplication.ts';
import { withdrawApplication } from '../apply/withdrawApplication.ts';
import { freezePerson } from '../privacy/freezePerson.ts';
import { extendDeadline } from './extendDeadline.ts';
import { makeTask } from './makeTask.ts';
import { remindPeople } from './remindPeople.ts';
import { submitTask } from './submitTask.ts';
import { tellReleased } from './tellReleased.ts';

const withMails = async (t: Parameters<typeof termWorld>[0]) => {
  const world = await termWorld(t);
  const { office, term, at } = world;
  const lead = await world.person('Lea', 'lead mentor');
  const task = async (slug: string, deadline: number, release: 'at once' | 'in order' | 'at a date', day?: number) =>
    done(
      await makeTask(office, lead, {
        ...{ slug, title: slug, words: 'Do it.', release, required: true, term: term.id, deadline: at(deadline) },
        releaseAt: day === undefined ? null : at(day),
      }),
    ).id;
  const handIn = async (who: Awaited<ReturnType<typeof world.person>>, id: string) =>
    done(
      await submitTask(office, who, { term: term.id, task: id, via: 'page', key: id, statement: 'Done.', files: [] }),
    );
  /** Who was told since the last look, and with what subject. */
  const told = async (kind: 'deadline-reminder' | 'task-released') => {
    const rows = await office.db
      .selectFrom('outbox')
      .select(['name', 'subject', 'text'])
      .where('kind', '=', kind)
      .orderBy('name')
      .orderBy('created_at')
      .orderBy('subject')
      .execute();
    return rows;
  };
  return { ...world, lead, task, handIn, told };
};

test('reminded three days before and one, once each, only of what is theirs to do, and of a moved deadline anew', async (t) => {
  const { office, term, at, person, lead, task, handIn, forward, told } = await withMails(t);
  const build = await task('build', 10, 'at once');
  await task('later', 11, 'in order');
  await task('hidden', 11, 'in order');
  const [ada, ben, cem] = [
    await person('Ada', 'applicant'),
    await person('Ben', 'applicant'),
    await person('Cem', 'applicant'),
  ];
  await person('Mia', 'mentor');
  await handIn(ben, build);
  const subjects = async () =>
    (await told('deadline-reminder')).map(
      ({ name, subject }) => `${name}: ${subject.replace('[Kernel mentorship] ', '')}`,
    );
  forward(6 * DAY);
  assert.deepEqual(await remindPeople(office), { reminded: 0 });
  forward(DAY + HOUR);
  await freezePerson(office, cem, { person: cem.id, frozen: true });
  assert.deepEqual(await remindPeople(office), { reminded: 1 });
  assert.deepEqual(await remindPeople(office), { reminded: 0 });
  assert.deepEqual(await subjects(), ['Ada: build: due in 2 d 23 h (autumn term)']);
  // Of those in order nobody has reached the second.
  forward(DAY);
  assert.deepEqual(await remindPeople(office), { reminded: 2 });
  // A server that was down for the last day before tells of that once, and makes up for nothing.
  forward(DAY);
  assert.deepEqual(await remindPeople(office), { reminded: 1 });
  await extendDeadline(office, lead, {
    term: term.id,
    task: build,
    person: ada.id,
    until: at(12),
    reason: 'She was ill.',
  });
  assert.deepEqual(await remindPeople(office), { reminded: 0 }, 'she was told of it a moment ago');
  forward(DAY + HOUR);
  assert.deepEqual(await remindPeople(office), { reminded: 3 });
  assert.deepEqual(await subjects(), [
    'Ada: build: due in 2 d 23 h (autumn term)',
    'Ada: later: due in 2 d 23 h (autumn term)',
    'Ada: build: due in 23 h (autumn term)',
    'Ada: build: due in 1 d 22 h (autumn term)',
    'Ada: later: due in 22 h (autumn term)',
    'Ben: later: due in 2 d 23 h (autumn term)',
    'Ben: later: due in 22 h (autumn term)',
  ]);
  forward(3 * DAY);
  assert.deepEqual(await remindPeople(office), { reminded: 0 }, 'what is over is over');
});

test('whoever went is reminded of nothing; the instant is said in the clock of the person on both sides of a change', async (t) => {
  const { office, term, person, task, forward, told } = await withMails(t);
  await task('build', 9, 'at once');
  const ada = await person('Ada');
  assert.equal((await startApplication(office, ada, { term: term.id })).kind, 'started');
  const again = { ...ada, roles: new Map([[term.id, new Set(['applicant'] as const)]]) };
  assert.notEqual((await sendApplication(office, again, { term: term.id })).kind, 'refused');
  await withdrawApplication(office, again, { term: term.id });
  const ben = await person('Ben', 'applicant');
  // New York's clocks are put forward on 14 March, the day before it is due and after today's mail: UTC-5 now, UTC-4 then.
  await office.db.updateTable('person').set({ zone: 'America/New_York' }).where('id', '=', ben.id).execute();
  const due = new Date('2027-03-15T16:30:00Z');
  await office.db
    .updateTable('term')
    .set({ tasks_until: due, starts_at: due, ends_at: new Date(due.getTime() + DAY) })
    .execute();
  await office.db.updateTable('task').set({ deadline: due }).execute();
  forward(due.getTime() - office.now().getTime() - 2 * DAY);
  assert.deepEqual(await remindPeople(office), { reminded: 1 });
  const [mail] = await told('deadline-reminder');
  assert.match(mail?.text ?? '', /due on Mon 15 Mar 2027, 12:30 (?:EDT|GMT-4)\s+\(16:30\s+UTC\)/);
});

test('a task whose date came is told once to whoever was there before; what opened long ago is no news', async (t) => {
  const { office, person, task, handIn, forward, told } = await withMails(t);
  const dated = await task('dated', 20, 'at a date', 3);
  await task('first', 20, 'at once');
  const [ada, ben] = [await person('Ada', 'applicant'), await person('Ben', 'applicant')];
  assert.deepEqual(await tellReleased(office), { told: 0 }, 'it was there before they came');
  forward(3 * DAY + HOUR);
  await person('Late', 'applicant');
  forward(HOUR);
  assert.deepEqual(await tellReleased(office), { told: 2 });
  assert.deepEqual(await tellReleased(office), { told: 0 });
  assert.deepEqual(
    (await told('task-released')).map(({ name, subject }) => `${name}: ${subject.replace('[Kernel mentorship] ', '')}`),
    ['Ada: A new task: dated', 'Ben: A new task: dated'],
  );
  assert.ok(dated);
  const added = await task('added', 25, 'at once');
  forward(HOUR);
  await handIn(ben, added);
  assert.deepEqual(await tellReleased(office), { told: 2 }, 'not to Ben, who has handed it in');
  await task('slept-through', 26, 'at once');
  forward(3 * DAY);
  assert.deepEqual(await tellReleased(office), { told: 0 });
  assert.ok(ada);
});
