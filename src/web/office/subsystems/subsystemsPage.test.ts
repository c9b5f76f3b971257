import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripts } from '../../../../test/world/hostileTree.ts';
import { withDatabase } from '../../../../test/world/programmeDatabase.ts';
import { newPerson } from '../../../../test/world/runPatchling.ts';
import { subsystemTree } from '../../../../test/world/subsystemTree.ts';
import { termPages } from '../../../../test/world/termPages.ts';
import { termWorld, termWorldOn } from '../../../../test/world/termWorld.ts';
import { keepCards } from '../../../office/subsystems/keepCards.ts';

test('a keeper has a tree read; a mentee looks at cards, lays two side by side and chooses two', (t) =>
  withDatabase(t, async (database) => {
    const world = await termWorldOn(database);
    const pages = termPages(world);
    const ada = await world.person('Ada', 'mentee');
    assert.match(await pages.text(ada, '/subsystems'), /<datalist id="names">/);

    const keeper = newPerson();
    const server = ['--data', keeper.home, '--database', database.url];
    const read = (...names: string[]) =>
      keeper.run(['programme', 'subsystems', ...names, '--tree', subsystemTree(), ...server]);
    const none = read();
    assert.equal(none.status, 2);
    assert.match(none.stderr, /has none of the subsystems that can be chosen/);
    const made = read('MADE NETWORK PROTOCOL', 'MADE FILE SYSTEM');
    assert.equal(made.status, 0, made.stderr);
    assert.match(made.stdout, /^MADE NETWORK PROTOCOL: \w+\nMADE FILE SYSTEM: \w+\n$/);
    assert.equal(read().status, 0, 'what stands in the catalogue is read again');

    const choices = await pages.text(ada, '/subsystems');
    assert.match(choices, /MADE FILE SYSTEM[\s\S]*for a newcomer[\s\S]*MADE NETWORK PROTOCOL/);
    const both = await pages.text(ada, '/subsystems?name=MADE+FILE+SYSTEM&name=MADE+NETWORK+PROTOCOL');
    assert.match(both, /MADE FILE SYSTEM beside MADE NETWORK PROTOCOL/);
    assert.match(both, /made@lists\.example/);
    assert.doesNotMatch(both, /ada@made\.example|Ada Made/, 'a card names no person');
    assert.doesNotMatch(both, new RegExp(keeper.home), 'nor what lies on the keeper’s machine');
    assert.equal((await pages.post(ada, '/subsystems', { name: 'MADE FILE SYSTEM' })).status, 303);
    assert.equal((await pages.post(ada, '/subsystems', { name: 'DOCUMENTATION' })).status, 409);
    assert.match(await pages.text(ada, '/subsystems?name=MADE+FILE+SYSTEM'), /It is yours/);
    await pages.post(ada, '/subsystems', { name: 'MADE NETWORK PROTOCOL' });
    assert.match(await pages.text(ada, '/subsystems'), /Two are chosen/);

    assert.match(await pages.text(ada, '/subsystems?steep=gentle'), /None is like this/);
    assert.doesNotMatch(await pages.text(ada, '/subsystems?like=protocol'), /Lay MADE FILE SYSTEM/);
    assert.doesNotMatch(choices, /class="chips"/, 'one is as steep as the other');

    const hostile = { name: scripts.tag, tree: scripts.tag, begin: scripts.attribute, months: undefined };
    const rows = [{ label: 'How steep', text: scripts.tag, more: [scripts.attribute] }];
    const gentle = { ...hostile, name: 'MILD', rows: [{ label: 'How steep', text: 'gentle' }] };
    await keepCards(world.office, { programme: world.term.programme.id, cards: [{ ...hostile, rows }, gentle] });
    assert.match(
      await pages.text(ada, '/subsystems'),
      /All 4[\s\S]*steep=gentle">Gentle 1[\s\S]*steep=moderate">Moderate 2/,
    );
    assert.match(await pages.text(ada, '/subsystems?steep=gentle'), /aria-current="page">Gentle 1[\s\S]*Lay MILD/);
    for (const path of ['/subsystems', `/subsystems?${new URLSearchParams({ name: scripts.tag })}`]) {
      assert.doesNotMatch(await pages.text(ada, path), /<script>document|<img src=x/);
    }
  }));

test('mentors see what was chosen and who has not yet, on a page and at what is handed in; nobody else does', async (t) => {
  const world = await termWorld(t);
  const { office } = world;
  const pages = termPages(world);
  const [ada, mia] = [await world.person('Ada', 'mentee'), await world.person('Mia', 'mentor')];
  const [otto, rea] = [await world.person('Otto', 'organiser'), await world.person('Rea', 'reviewer')];
  await world.person('Bea', 'mentee');
  assert.match(
    await pages.text(mia, '/subsystems'),
    /Nobody has chosen a subsystem yet[\s\S]*Not chosen yet[\s\S]*Ada, Bea/,
  );
  for (const name of ['DOCUMENTATION', 'SOUND']) {
    assert.equal((await pages.post(ada, '/subsystems', { name })).status, 303);
  }
  await pages.post(ada, '/subsystems/leave', { name: 'SOUND', reason: 'No card of mine.' });
  const chosen = await pages.text(mia, '/subsystems');
  assert.match(chosen, /One mentee has chosen, 1 not yet[\s\S]*DOCUMENTATION[\s\S]*Ada[\s\S]*Not chosen yet[\s\S]*Bea/);
  assert.doesNotMatch(chosen, /SOUND|No card of mine|method="post" action="[^"]*\/subsystems"[^>]*class/);
  assert.equal((await pages.post(mia, '/subsystems', { name: 'SOUND' })).status, 403);
  for (const who of [otto, rea, undefined]) assert.equal((await pages.get(who, '/subsystems')).status, 404);

  await pages.post(otto, '/plan/samples', {});
  await pages.post(ada, '/tasks/course', { statement: 'Read.', key: 'first' });
  const [sent] = await office.db.selectFrom('submission').select('id').execute();
  assert.match(await pages.text(mia, `/submissions/${sent?.id}`), /<dt>chose<\/dt><dd>DOCUMENTATION<\/dd>/);
});
