import assert from 'node:assert/strict';
import test from 'node:test';
import { done, type TermWorld, termWorld } from '../../../test/world/termWorld.ts';
import { saveApplication } from '../apply/saveApplication.ts';
import { sendApplication } from '../apply/sendApplication.ts';
import { startApplication } from '../apply/startApplication.ts';
import { askerOf } from '../askerOf.ts';
import { askQuestion } from '../course/askQuestion.ts';
import { readQuestion, waitingQuestions } from '../course/readQuestion.ts';
import { confirmBatch } from '../decide/confirmBatch.ts';
import { exportApplications } from '../decide/exportApplications.ts';
import { listApplications } from '../decide/listApplications.ts';
import { proposeBatch } from '../decide/proposeBatch.ts';
import { decideSubmission } from '../queue/decideSubmission.ts';
import { listQueue } from '../queue/listQueue.ts';
import { nextSubmission } from '../queue/nextSubmission.ts';
import { readFile, readSubmission } from '../queue/readSubmission.ts';
import { takeSubmission } from '../queue/takeSubmission.ts';
import { assignByHand } from '../review/assignByHand.ts';
import { listReview } from '../review/listReview.ts';
import { rateApplication } from '../review/rateApplication.ts';
import { readReview } from '../review/readReview.ts';
import { makeTask } from '../tasks/makeTask.ts';
import { submitTask } from '../tasks/submitTask.ts';
import { freezePerson } from './freezePerson.ts';

/** An application and a submission that lie with mentors, and a question. */
const begun = async (world: TermWorld) => {
  const {
    office,
    term: { id: term },
  } = world;
  const [lea, max, ada] = [
    await world.person('Lea', 'lead mentor'),
    await world.person('Max', 'lead mentor'),
    await world.person('Ada'),
  ];
  const again = () => askerOf(office, ada.id, 'passkey');
  done(await startApplication(office, ada, { term }));
  const given = {
    words: 'I read code.',
    availability: 'evenings',
    codeIdentity: '',
    disclosure: 'none',
    eligibility: {},
  };
  done(await saveApplication(office, await again(), { term, revision: 1, given }));
  done(await sendApplication(office, await again(), { term }));
  const made = {
    term,
    slug: 'build',
    title: 'Build',
    words: 'Build it.',
    release: 'at once',
    releaseAt: null,
  } as const;
  const { id: task } = done(await makeTask(office, lea, { ...made, deadline: world.at(20), required: true }));
  const files = [{ name: 'log', bytes: new Uint8Array([1]) }];
  const sent = { term, task, via: 'page', key: 'k', statement: 'Done.', files } as const;
  const { id: submission } = done(await submitTask(office, await again(), sent));
  const { id: question } = done(await askQuestion(office, await again(), { term, text: 'How?' }));
  const { id: application } = await office.db.selectFrom('application').select('id').executeTakeFirstOrThrow();
  done(await assignByHand(office, lea, { application, reviewer: max.id }));
  return { office, term, lea, max, ada, again, submission, question, application };
};

type Work = Awaited<ReturnType<typeof begun>>;

/** How much of it mentors see, page by page. */
const seenBy = async ({ office, term, lea, max, submission, question, application }: Work) => [
  (await listQueue(office, max, { term, filter: { show: 'mine', task: undefined } }))?.items.length,
  (await waitingQuestions(office, max, { term })).length,
  Number((await readQuestion(office, max, { term, question })) !== undefined),
  Number((await readSubmission(office, max, { term, submission })) !== undefined),
  Number((await readFile(office, max, { term, submission, ordinal: 0 })) !== undefined),
  (await listReview(office, max, { term }))?.length,
  Number((await readReview(office, max, { term, application })) !== undefined),
  (await listApplications(office, lea, { term, state: 'sent', page: 1 }))?.all,
  (done(await exportApplications(office, lea, { term, format: 'json' })) as { items: number }).items,
];
test('nobody reads or decides anything of somebody who asked to stop; they themselves do, and all goes on later', async (t) => {
  const work = await begun(await termWorld(t));
  const { office, term, lea, max, ada, again, submission, application } = work;
  const items = [{ application, sentence: 'We would like to see you build it.' }];
  const order = { term, decision: 'accept', items } as const;
  const early = done(await proposeBatch(office, lea, order));
  const batch = early.kind === 'proposed' ? early.id : '';
  done(await takeSubmission(office, max, { submission }));

  const seen = () => seenBy(work);
  const everything = Array(9).fill(1);
  assert.deepEqual(await seen(), everything);
  await freezePerson(office, ada, { person: ada.id, frozen: true });
  assert.deepEqual(await seen(), Array(9).fill(0));
  const deeds = [
    await takeSubmission(office, max, { submission }),
    await decideSubmission(office, max, { submission, outcome: 'accepted', answer: 'Fine.' }),
    await rateApplication(office, max, { application, value: 'good', note: '', flagged: false }),
    await proposeBatch(office, lea, order),
  ];
  assert.deepEqual(
    deeds.map(({ kind }) => kind),
    Array(4).fill('refused'),
  );
  assert.equal((await nextSubmission(office, lea, { term })).kind, 'empty');
  assert.ok(await readFile(office, await again(), { term, submission, ordinal: 0 }), 'their own they read');
  assert.deepEqual(await confirmBatch(office, max, { batch }), { kind: 'confirmed', decided: 0, leftOut: 1 });
  await freezePerson(office, ada, { person: ada.id, frozen: false });
  assert.deepEqual(await seen(), everything);
  assert.equal((await proposeBatch(office, lea, order)).kind, 'proposed');
});
