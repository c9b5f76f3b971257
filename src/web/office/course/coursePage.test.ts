import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termPages } from '../../../../test/world/termPages.ts';
import { done, termWorld } from '../../../../test/world/termWorld.ts';
import { answerQuestion } from '../../../office/course/answerQuestion.ts';
import { askQuestion } from '../../../office/course/askQuestion.ts';
import { findAnswers } from '../../../office/course/findAnswers.ts';

test('notes are one’s own; a question finds notes, released words and kept answers before it reaches a mentor', async (t) => {
  const world = await termWorld(t);
  const pages = termPages(world);
  const term = world.term.id;
  const [lead, mia] = [await world.person('Lea', 'lead mentor'), await world.person('Mia', 'mentor')];
  const [ada, bea] = [await world.person('Ada', 'applicant'), await world.person('Bea', 'applicant')];
  await pages.post(lead, '/plan/samples', {});
  const page = await pages.text(ada, '/course');
  assert.match(page, /None of ten chapters is done yet/);
  const [, chapter = ''] = /name="chapter" value="([^"]+)"/.exec(page) ?? [];
  const note = 'Maintainers are found by get_maintainer, chocolate.';
  await pages.post(ada, '/course', { chapter, ordinal: '1', note, done: 'yes' });
  assert.match(await pages.text(ada, '/course'), /One of ten chapters is done/);
  assert.doesNotMatch(await pages.text(bea, '/course'), /chocolate/);
  const find = (who: typeof ada, question: string) => findAnswers(world.office, who, { term, question });
  assert.equal((await find(ada, 'where is the chocolate?'))[0]?.from, 'note');
  assert.deepEqual(await find(bea, 'where is the chocolate?'), []);
  assert.equal((await find(bea, 'Which certificate is it?'))[0]?.slug, 'course');
  // The words of a task that is not released are in nobody's answer.
  assert.deepEqual(
    (await find(bea, 'rmmod debugfs kunit')).filter(({ slug }) => slug === 'selftests'),
    [],
  );
  const asked = done(await askQuestion(world.office, bea, { term, text: 'My laptop hums?' }));
  assert.deepEqual(await askQuestion(world.office, bea, { term, text: 'My laptop hums?' }), asked);
  const answer = { term, question: asked.id, answer: 'Clean the fan.', sharedAs: 'Why does a laptop hum?' };
  assert.equal((await answerQuestion(world.office, ada, answer)).kind, 'refused');
  done(await answerQuestion(world.office, mia, answer));
  const found = await pages.text(ada, '/course/ask?q=humming%20laptops');
  assert.match(found, /Why does a laptop hum\?[\s\S]*Clean the fan/);
  assert.doesNotMatch(found, /My laptop hums/);
  for (const odd of ["'; DROP TABLE x", ':* & | !', 'a'.repeat(3000)]) {
    assert.equal((await pages.get(ada, `/course/ask?q=${encodeURIComponent(odd)}`)).status, 200);
  }
  assert.equal((await pages.get(mia, '/course')).status, 404);
});

test('two subsystems at once; leaving one keeps it with the reason', async (t) => {
  const world = await termWorld(t);
  const pages = termPages(world);
  const [mo, ada] = [await world.person('Mo', 'mentee'), await world.person('Ada', 'applicant')];
  assert.equal((await pages.get(ada, '/subsystems')).status, 404);
  const choose = async (name: string) => (await pages.post(mo, '/subsystems', { name })).status;
  const at = await Promise.all(['SOUND', 'THERMAL', 'GPIO SUBSYSTEM', 'LED SUBSYSTEM'].map(choose));
  assert.deepEqual(at.toSorted(), [303, 303, 409, 409]);
  assert.equal(await choose('NO SUCH SECTION'), 409);
  const page = await pages.text(mo, '/subsystems');
  assert.match(page, /Two are chosen/);
  const [, name = ''] = /name="name" value="([^"]+)"/.exec(page) ?? [];
  assert.equal((await pages.post(mo, '/subsystems/leave', { name, reason: '' })).status, 409);
  assert.equal((await pages.post(mo, '/subsystems/leave', { name, reason: 'No hardware.' })).status, 303);
  assert.match(await pages.text(mo, '/subsystems'), /One is chosen[\s\S]*What you left[\s\S]*No hardware\./);
  assert.equal((await world.facts('subsystem-dropped')).length, 1);
});
