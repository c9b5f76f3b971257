import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainWords } from '../../../../test/world/officeDesk.ts';
import { termPages } from '../../../../test/world/termPages.ts';
import { DAY, done, termWorld } from '../../../../test/world/termWorld.ts';
import type { ApplicationState } from '../../../core/programme/applicationState.ts';
import { startApplication } from '../../../office/apply/startApplication.ts';

test('the first page of everybody says what is next, and nothing is said to be theirs that would not be taken', async (t) => {
  const world = await termWorld(t);
  const { office, term } = world;
  const pages = termPages(world);
  const [otto, rea] = [await world.person('Otto', 'organiser'), await world.person('Rea', 'reviewer')];
  const [ada, mel] = [await world.person('Ada'), await world.person('Mel', 'mentee')];
  const today = async (who: typeof ada) => plainWords(await pages.text(who, '//'));
  const becomes = (state: ApplicationState) =>
    office.db.updateTable('application').set({ state, sent_at: office.now() }).where('person', '=', ada.id).execute();

  assert.match(await today(ada), /One programme takes applications/);
  done(await startApplication(office, ada, { term: term.id }));
  assert.match(
    await today(ada),
    /One thing is yours to do, by Fri 11 Dec.*Nobody reads your application.*Send your application/,
  );
  await pages.post(otto, '/plan/samples', {});
  await becomes('sent');
  assert.match(await today(ada), /things are yours to do.*Waiting for an answer.*Your application.*decided after/);
  assert.match(await today(mel), /Choose two subsystems where you want to work/);
  await pages.post(mel, '/subsystems', { name: 'SOUND' });
  assert.doesNotMatch(await today(mel), /Choose two subsystems/);

  assert.match(await today(rea), /Nothing waits for you/);
  assert.match(await today(otto), /Organise the term.*Where all are/);
  await office.db.updateTable('term').set({ is_public: false }).where('id', '=', term.id).execute();
  assert.match(await today(otto), /A term is still to be shown.*Show the term to everybody/);
  await office.db.updateTable('term').set({ is_public: true }).where('id', '=', term.id).execute();

  world.forward(31 * DAY);
  assert.match(await today(ada), /Nothing is yours to do/);
  const tasks = plainWords(await pages.text(ada, '/tasks'));
  assert.match(tasks, /The time for tasks is over.*What you did stays yours.*nothing handed in/);
  assert.doesNotMatch(tasks, /→ overdue|→ your turn|its words come/);
  assert.match(plainWords(await pages.text(mel, '/tasks')), /→ overdue/, 'a mentee goes on until the term ends');
  await becomes('declined');
  assert.match(await today(ada), /You were not accepted this time What you did stays yours/);
});
