import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootWorld } from '../../../test/world/bootWorld.ts';
import { DAY, HOUR } from '../../../test/world/termWorld.ts';
import { decideSubmission } from '../queue/decideSubmission.ts';
import { overrideVerdict } from '../queue/overrideVerdict.ts';
import { takeSubmission } from '../queue/takeSubmission.ts';
import { lookAtSubmission } from './lookAtSubmission.ts';
import { lookAtWaiting } from './lookAtWaiting.ts';
import { nonceOf, renewNonce } from './nonceOf.ts';

test('what holds is accepted at once, and said by mail; what does not goes back twice, then a mentor sees it', async (t) => {
  const { office, person, handIn, logOf, stateOf, task, facts } = await bootWorld(t);
  const [ada, ben] = [await person('Ada', 'applicant'), await person('Ben', 'applicant')];
  const good = await handIn(ada, await logOf(ada), 'one');
  assert.equal(await lookAtSubmission(office, good), 'pass');
  assert.equal(await lookAtSubmission(office, good), undefined, 'once');
  assert.equal(await stateOf(good), 'accepted');
  const copied = await logOf(ada);
  const steps: unknown[] = [];
  for (const key of ['1', '2', '3']) steps.push(await lookAtSubmission(office, await handIn(ben, copied, key)));
  assert.deepEqual(steps, ['hand back', 'hand back', 'leave']);
  const mails = await office.db
    .selectFrom('outbox')
    .select(['name', 'subject', 'text'])
    .where('kind', '=', 'submission-answered')
    .orderBy('created_at')
    .execute();
  assert.deepEqual(mails.map(({ name }) => name).toSorted(), ['Ada', 'Ben', 'Ben']);
  const back = mails.find(({ name }) => name === 'Ben')?.text ?? '';
  assert.match(back, /no person\s+yet/);
  assert.match(back, /your own mark: Your mark is not on/);
  assert.ok(back.includes(await nonceOf(office, { person: ben.id, task })), 'it says which mark is theirs');
  assert.ok(!back.includes(await nonceOf(office, { person: ada.id, task })), 'and not another’s');
  const decided = await facts('submission-decided');
  assert.deepEqual(
    decided.map(({ by, body }) => [by, body['outcome']]),
    [
      ['machine', 'accepted'],
      ['machine', 'changes-requested'],
      ['machine', 'changes-requested'],
    ],
  );
});

test('a mentor decides otherwise than the machine; what one has in hand it leaves alone', async (t) => {
  const { office, person, handIn, logOf, stateOf } = await bootWorld(t);
  const [ada, ben, mia] = [
    await person('Ada', 'applicant'),
    await person('Ben', 'applicant'),
    await person('Mia', 'mentor'),
  ];
  const wrong = await handIn(ada, 'no log', 'one');
  assert.equal(await lookAtSubmission(office, wrong), 'hand back');
  const order = { submission: wrong, outcome: 'accepted', answer: 'You showed me.', reason: 'I saw it boot.' } as const;
  assert.equal((await overrideVerdict(office, mia, order)).kind, 'overridden');
  assert.equal(await stateOf(wrong), 'accepted');
  const taken = await handIn(ben, await logOf(ben), 'one');
  assert.equal((await takeSubmission(office, mia, { submission: taken })).kind, 'taken');
  assert.equal(await lookAtSubmission(office, taken), undefined);
  const verdict = { submission: taken, outcome: 'not yet', answer: 'Which machine was it?' } as const;
  assert.equal((await decideSubmission(office, mia, verdict)).kind, 'decided');
  assert.equal(await lookAtSubmission(office, taken), undefined);
});

test('a mark that leaked is renewed; a spot check is left to a person; what waited is looked at by the job', async (t) => {
  const { office, person, handIn, logOf, task, forward } = await bootWorld(t, 1);
  const ada = await person('Ada', 'applicant');
  const before = await logOf(ada);
  const drawn = await handIn(ada, before, 'one');
  assert.deepEqual(await lookAtWaiting(office), { looked: 1 });
  const look = await office.db.selectFrom('machine_look').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([look.submission, look.outcome, look.step, look.spot_check], [drawn, 'holds', 'leave', true]);
  await renewNonce(office, { person: ada.id, task });
  await renewNonce(office, { person: ada.id, task });
  forward(HOUR);
  const old = await handIn(ada, before, 'two');
  assert.equal(await lookAtSubmission(office, old), 'hand back');
  assert.deepEqual(await lookAtWaiting(office), { looked: 0 });
  forward(DAY);
});
