import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, done, type TermWorld, termWorld } from '../../../test/world/termWorld.ts';
import type { Asker } from '../../core/programme/role.ts';
import { saltedDigest } from '../../core/programme/saltedDigest.ts';
import { decideSubmission } from '../queue/decideSubmission.ts';
import { takeSubmission } from '../queue/takeSubmission.ts';
import { extendDeadline } from './extendDeadline.ts';
import { makeTask } from './makeTask.ts';
import { plainDigest } from './plainDigest.ts';
import { standingsOf } from './standingsOf.ts';
import { submitTask } from './submitTask.ts';

const withTasks = async (world: TermWorld) => {
  const lead = await world.person('Lea Lead', 'lead mentor');
  const make = async (slug: string, days: number) => {
    const order = { slug, title: `Task ${slug}`, words: 'Do it.', release: 'in order', releaseAt: null } as const;
    const made = await makeTask(world.office, lead, {
      ...{ ...order, term: world.term.id, deadline: world.at(days), required: true },
    });
    return done(made).id;
  };
  return { lead, first: await make('first', 5), second: await make('second', 10) };
};

const submit = ({ office, term }: TermWorld, who: Asker, task: string, key: string, statement = 'It is done.') =>
  submitTask(office, who, { ...{ term: term.id, task, via: 'page', key, statement }, files: [] });

test('a submission is kept whole, acknowledged with its place, and in the log by salted digests', async (t) => {
  const world = await termWorld(t);
  const { first } = await withTasks(world);
  const [ada, bea] = [await world.person('Ada', 'applicant'), await world.person('Bea', 'applicant')];
  done(await submit(world, bea, first, 'b'));
  world.forward(1000);
  const bytes = new TextEncoder().encode('ok 1 size\n');
  const files = [{ name: '../../etc/\u202elog.txt', bytes }];
  const order = { term: world.term.id, task: first, via: 'page', key: 'a', statement: 'a\r\n\0<script>' } as const;
  const received = done(await submitTask(world.office, ada, { ...order, files }));
  assert.deepEqual([received.attempt, received.late, received.before], [1, false, 1]);
  const row = await world.office.db
    .selectFrom('submission')
    .selectAll()
    .where('id', '=', received.id)
    .executeTakeFirstOrThrow();
  assert.equal(row.statement, 'a\n\ufffd<script>');
  const [file] = await world.office.db.selectFrom('submission_file').selectAll().execute();
  assert.deepEqual(
    [file?.name, file?.size, file?.sha256, file?.bytes.toString()],
    ['\ufffdlog.txt', 10, plainDigest(bytes), 'ok 1 size\n'],
  );
  const fact = (await world.facts('submitted')).at(-1);
  assert.deepEqual(fact?.body['digests'], [
    saltedDigest(row.salt, row.statement),
    saltedDigest(row.salt, plainDigest(bytes)),
  ]);
});

test('twenty at once with one key are one, and with twenty keys are twenty attempts', async (t) => {
  const world = await termWorld(t);
  const { first } = await withTasks(world);
  const ada = await world.person('Ada', 'applicant');
  const same = await Promise.all(Array.from({ length: 10 }, () => submit(world, ada, first, 'same')));
  assert.equal(new Set(same.map((one) => done(one).id)).size, 1);
  const others = await Promise.all(Array.from({ length: 10 }, (_, at) => submit(world, ada, first, `key ${at}`)));
  const attempts = others.map((one) => done(one).attempt).toSorted((one, other) => one - other);
  assert.deepEqual(attempts, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const [standing] = await standingsOf(world.office, world.term.id, ada.id);
  assert.deepEqual(
    standing?.facts.attempts.map(({ state }) => state),
    [...Array.from({ length: 10 }, () => 'replaced'), 'waiting'],
  );
});

test('waiting blocks nothing; late is marked; after the end of the tasks nothing is taken, but with more time', async (t) => {
  const world = await termWorld(t);
  const { lead, first, second } = await withTasks(world);
  const ada = await world.person('Ada', 'applicant');
  const early = await submit(world, ada, second, '0');
  assert.equal(early.kind === 'refused' && early.because, 'the task is not released to you yet');
  done(await submit(world, ada, first, '1'));
  world.forward(12 * DAY);
  assert.equal(done(await submit(world, ada, second, '2')).late, true);
  const until = world.at(35);
  const order = { term: world.term.id, task: second, person: ada.id, until, reason: 'Ill for a week.' };
  done(await extendDeadline(world.office, lead, order));
  assert.equal((await extendDeadline(world.office, ada, order)).kind, 'refused');
  world.forward(20 * DAY);
  assert.equal((await submit(world, ada, first, '3')).kind, 'refused');
  assert.equal(done(await submit(world, ada, second, '4')).late, false);
  const [, extended] = await standingsOf(world.office, world.term.id, ada.id);
  assert.equal(extended?.facts.extensionReason, 'Ill for a week.');
});

test('what a mentor is reading stays beside a newer attempt; accepted, the newer need not be read', async (t) => {
  const world = await termWorld(t);
  const { first } = await withTasks(world);
  const [ada, mia] = [await world.person('Ada', 'applicant'), await world.person('Mia', 'mentor')];
  const one = done(await submit(world, ada, first, '1'));
  done(await takeSubmission(world.office, mia, { submission: one.id }));
  const two = done(await submit(world, ada, first, '2'));
  done(await decideSubmission(world.office, mia, { submission: one.id, outcome: 'accepted', answer: '' }));
  const [standing] = await standingsOf(world.office, world.term.id, ada.id);
  assert.equal(standing?.state, 'accepted');
  assert.deepEqual(
    standing?.facts.attempts.map(({ state }) => state),
    ['accepted', 'replaced'],
  );
  assert.equal((await world.facts('submission-replaced')).at(-1)?.about, two.id);
  assert.equal((await submit(world, ada, first, '3')).kind, 'refused');
});
test('nobody hands in what is not theirs, nor more than is kept', async (t) => {
  const world = await termWorld(t);
  const { first } = await withTasks(world);
  const [ada, mia] = [await world.person('Ada', 'applicant'), await world.person('Mia', 'mentor')];
  assert.equal((await submit(world, mia, first, '1')).kind, 'refused');
  assert.equal((await submit(world, ada, 'no task', '1')).kind, 'refused');
  assert.equal((await submit(world, ada, first, '1', ' ')).kind, 'refused');
  assert.equal((await submit(world, ada, first, '1', 'x'.repeat(20_001))).kind, 'refused');
});
