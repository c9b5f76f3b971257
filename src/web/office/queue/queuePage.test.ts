import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripts } from '../../../../test/world/hostileTree.ts';
import { termPages } from '../../../../test/world/termPages.ts';
import { done, HOUR, type TermWorld, termWorld } from '../../../../test/world/termWorld.ts';
import { askQuestion } from '../../../office/course/askQuestion.ts';
import { makeTask } from '../../../office/tasks/makeTask.ts';
import { submitTask } from '../../../office/tasks/submitTask.ts';

const hostile = Object.values(scripts).join(' ');

const withSubmissions = async (world: TermWorld) => {
  const lead = await world.person('Lea Lead', 'lead mentor');
  const made = await makeTask(world.office, lead, {
    ...{ slug: 'build', title: 'Build', words: 'Build it.', release: 'at once', releaseAt: null, required: true },
    ...{ term: world.term.id, deadline: world.at(5) },
  });
  const task = done(made).id;
  const people = [await world.person(`Ada ${scripts.tag}`, 'applicant'), await world.person('Bea', 'applicant')];
  const ids: string[] = [];
  for (const who of people) {
    const files = [{ name: `${scripts.attribute}.log`, bytes: new TextEncoder().encode(hostile) }];
    const order = { term: world.term.id, task, via: 'page', key: 'k', statement: hostile, files } as const;
    ids.push(done(await submitTask(world.office, who, order)).id);
    world.forward(HOUR);
  }
  return { lead, people, ids, first: `/submissions/${ids[0]}`, second: `/submissions/${ids[1]}` };
};

const assertHarmless = (text: string): void =>
  assert.doesNotMatch(text, /<script>document|<img src=x|\u001b|\u202e|[^&]" autofocus/);

test('take, read on one screen, put words in, answer, and the next is there', async (t) => {
  const world = await termWorld(t);
  const { first, second, people } = await withSubmissions(world);
  const pages = termPages(world);
  const mia = await world.person('Mia', 'mentor');
  const queue = await pages.text(mia, '/queue');
  assertHarmless(queue);
  assert.match(queue, /Two wait for you/);
  assert.match(queue, /You have none in hand, and take up to five at once/);
  assert.equal((await pages.post(mia, `${first}/take`, {})).status, 303);
  const page = await pages.text(mia, first);
  assertHarmless(page);
  assert.match(page, /is yours to answer/);
  const typed = { answer: 'Which kernel is it?', outcome: 'not yet' };
  await pages.post(mia, first, { ...typed, deed: 'keep', title: 'kernel' });
  const kept = await pages.text(mia, first);
  const [, remark = ''] = /<option value="([^"]+)">kernel/.exec(kept) ?? [];
  const inserted = await (await pages.post(mia, first, { ...typed, answer: 'Hm.', deed: 'insert', remark })).text();
  assert.match(inserted, /Hm\.\n\nWhich kernel is it\?/);
  assert.match(inserted, /value="not yet" required checked/);
  const next = await pages.post(mia, first, { ...typed, deed: 'next' });
  assert.equal(next.headers.get('location'), pages.at + second);
  assert.match(await pages.text(people[0], '/tasks/build'), /not there yet[\s\S]*Which kernel is it\?/);
  const again = await pages.post(mia, first, { ...typed, deed: 'answer' });
  assert.equal(again.status, 409);
});

test('of two who take it, the second is told; what they typed stays when another was quicker', async (t) => {
  const world = await termWorld(t);
  const { first, lead } = await withSubmissions(world);
  const pages = termPages(world);
  const [mia, max] = [await world.person('Mia', 'mentor'), await world.person('Max', 'mentor')];
  const both = await Promise.all([mia, max].map((who) => pages.post(who, `${first}/take`, {})));
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409]);
  const [winner, loser] = both[0]?.status === 303 ? [mia, max] : [max, mia];
  const refused = await pages.post(loser, first, { outcome: 'accepted', answer: 'typed for long', deed: 'answer' });
  assert.equal(refused.status, 409);
  await pages.post(winner, first, { outcome: 'changes requested', answer: 'One more.', deed: 'answer' });
  const override = { outcome: 'accepted', answer: 'Fine.', reason: 'It was there.' };
  assert.equal((await pages.post(winner, `${first}/override`, override)).status, 409);
  assert.equal((await pages.post(lead, `${first}/override`, override)).status, 303);
  assert.match(await pages.text(lead, first), /Build, attempt 1: accepted/);
});

test('nobody else sees the queue, a submission or a question, nor learns that it is there', async (t) => {
  const world = await termWorld(t);
  const { first, people } = await withSubmissions(world);
  const pages = termPages(world);
  const [ada, bea] = people;
  const organiser = await world.person('Otto', 'organiser');
  const asked = done(await askQuestion(world.office, ada ?? organiser, { term: world.term.id, text: hostile }));
  for (const who of [undefined, bea, organiser]) {
    for (const path of ['/queue', first, `/questions/${asked.id}`, '/submissions/none', '/questions/none']) {
      assert.equal((await pages.get(who, path)).status, 404, path);
    }
  }
  assert.equal((await pages.get(ada, first)).headers.get('location'), `${pages.at}/tasks/build`);
  const mia = await world.person('Mia', 'mentor');
  assertHarmless(await pages.text(mia, '/queue'));
  assertHarmless(await pages.text(mia, `/questions/${asked.id}`));
  const answer = { answer: 'So it is.', sharedAs: 'Why is it so?' };
  const both = await Promise.all([1, 2].map(() => pages.post(mia, `/questions/${asked.id}`, answer)));
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409]);
});
