import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiBearer } from '../src/cli/programme/apiBearer.ts';
import { listQueue } from '../src/office/queue/listQueue.ts';
import { takeSubmission } from '../src/office/queue/takeSubmission.ts';
import { emptyDatabase, withDatabase } from './world/programmeDatabase.ts';
import { newPerson } from './world/runPatchling.ts';
import { termWorldOn } from './world/termWorld.ts';

/** It says how long a restore takes, and refuses a backup that was damaged since. */
const rehearses = (keeper: ReturnType<typeof newPerson>, folder: string): void => {
  const rehearsed = keeper.run(['programme', 'restore', folder, '--rehearse']);
  assert.equal(rehearsed.status, 0, rehearsed.stderr);
  assert.match(
    rehearsed.stdout,
    /can be restored\. It took [\d.]+ s; every file and every count was compared\.\n.*rows in/,
  );
  const [torn, table] = [join(keeper.home, 'torn'), 'public.person.copy'];
  cpSync(folder, torn, { recursive: true });
  writeFileSync(join(torn, table), readFileSync(join(torn, table)).subarray(1));
  const refused = keeper.run(['programme', 'restore', torn, '--rehearse']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /not as it was written[\s\S]*public\.person\.copy/);
};

test('the keeper gives a script a token, and exports, erases, backs up and restores', (t) =>
  withDatabase(t, async (from) => {
    const world = await termWorldOn(from);
    const { office, term } = world;
    const keeper = newPerson();
    const [data, folder] = [join(keeper.home, 'data'), join(keeper.home, 'backup')];
    const run = (words: readonly string[], status: number, at = from.url, into = data) => {
      const said = keeper.run(['programme', ...words, '--data', into, '--database', at]);
      assert.equal(said.status, status, `${words.join(' ')}: ${said.stdout}${said.stderr}`);
      return said;
    };
    const ada = await world.person('Ada Applicant', 'applicant');
    const olga = await world.person('Olga', 'organiser');

    const token = run(['token', '--role', 'mentor'], 0).stdout;
    assert.match(token, /^plg_[\w-]{43}\n$/);
    run(['token', '--role', 'organiser'], 2);
    const bearer = await apiBearer(office)(`Bearer ${token.trim()}`);
    assert.ok(bearer);
    assert.match(bearer.asker.id ?? '', /^token:/);
    assert.deepEqual(bearer.scopes, ['tasks:read']);
    const filter = { show: 'free', task: undefined } as const;
    assert.deepEqual((await listQueue(office, bearer.asker, { term: term.id, filter }))?.items, []);
    assert.equal((await takeSubmission(office, bearer.asker, { submission: 'any' })).kind, 'refused');

    const exported = JSON.parse(run(['export', 'ADA.applicant@made.example'], 0).stdout) as { person: string };
    assert.equal(exported.person, ada.id);
    run(['export', 'nobody@made.example'], 2);
    run(['passkey-lost', olga.id], 2);

    assert.match(
      run(['backup', folder], 0).stdout,
      /rows in \d+ tables\n.*log of decisions holds; its end is \d+ [\w-]+/,
    );
    run(['backup', folder], 2);
    rehearses(keeper, folder);
    assert.match(run(['erase', ada.id], 2).stdout, /Your account, 1 entry: words are deleted/);
    run(['erase', ada.id, '--yes'], 0);
    assert.ok(!run(['export', ada.id], 0).stdout.includes('Ada Applicant'));

    const to = await emptyDatabase(t);
    const renewed = join(keeper.home, 'renewed');
    run(['restore', folder, '--erased', join(data, 'erased.ids')], 2);
    const restored = run(['restore', folder, '--erased', join(data, 'erased.ids')], 0, to.url, renewed);
    assert.match(restored.stdout, /1 person erased again\n.*people sign in anew/);
    const names = await to.db.selectFrom('person').select('name').orderBy('name').execute();
    assert.deepEqual(
      names.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      [{ name: 'Olga' }, { name: 'erased' }],
    );
    assert.ok(!existsSync(join(renewed, 'secret')));
    assert.ok(readFileSync(join(renewed, 'erased.ids'), 'utf8').includes(ada.id));
    run(['restore', folder], 2, to.url, join(keeper.home, 'third'));
  }));
