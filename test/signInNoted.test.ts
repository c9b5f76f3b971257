import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comeIn, givePerson, newCaller, oneDatabase, signInHouse } from './world/signInHouse.ts';

describe('what happens to how somebody comes in', () => {
  const use = oneDatabase();

  test('is noted for them to see, with the browser in three words and without an address', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      const person = await givePerson(db, 'ada@example.org');
      await givePerson(db, 'eve@example.org');
      const [ada, eve] = [newCaller(house), newCaller(house)];
      await comeIn(house, ada, 'ada@example.org');
      await comeIn(house, eve, 'eve@example.org');
      await ada.post('/me/tokens', { name: 'the laptop', 'tasks:read': 'yes' });
      await ada.post('/me/tokens/end', {
        id: (await db.selectFrom('api_token').select('id').executeTakeFirstOrThrow()).id,
      });
      await ada.post('/me/address', { address: 'ada@example.net' });
      await ada.post('/me/sessions/end-others');
      const page = await ada.get('/me/sessions');
      assert.match(page.text, /Signed in by a link[\s\S]*Firefox on Linux/);
      await ada.post('/sign-out');
      const noted = await db
        .selectFrom('security_event')
        .selectAll()
        .where('person', '=', person)
        .orderBy('at')
        .execute();
      assert.deepEqual(
        noted.map(({ event }) => event),
        [
          ...['link asked for', 'signed in by a link', 'token made', 'token ended', 'new address asked for'],
          ...['other sessions ended', 'signed out'],
        ],
      );
      assert.deepEqual(new Set(noted.map(({ browser }) => browser)), new Set(['Firefox on Linux']));
      assert.doesNotMatch(JSON.stringify(noted), /@|192\.0\.2|plg_|laptop/);
    }));

  test('of what was asked for in vain one row an hour is kept for each kind of page, and no id', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const [ada, nobody] = [newCaller(house), newCaller(house)];
      await comeIn(house, ada, 'ada@example.org');
      for (const term of ['one', 'two', 'three']) await ada.get(`/kernel/${term}/decide`);
      await nobody.get('/kernel/one/decide');
      await ada.get('/favicon.ico');
      house.ahead = 61 * 60 * 1000;
      await ada.get('/kernel/one/decide');
      const kept = db.selectFrom('security_event').select(['what', 'times']).where('event', '=', 'refused');
      assert.deepEqual(await kept.orderBy('at').execute(), [
        { what: 'GET /:programme/:term/decide', times: 3 },
        { what: 'GET /:programme/:term/decide', times: 1 },
      ]);
    }));

  test('a token is made only just after signing in', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const ada = newCaller(house);
      await comeIn(house, ada, 'ada@example.org');
      house.ahead = 11 * 60 * 1000;
      assert.match((await ada.get('/me/tokens')).text, /sign in once more/);
      const made = await ada.post('/me/tokens', { name: 'the laptop', 'tasks:read': 'yes' });
      assert.equal(made.to, '/sign-in/again?to=%2Fme%2Ftokens');
      assert.deepEqual(await db.selectFrom('api_token').select('id').execute(), []);
    }));
});
