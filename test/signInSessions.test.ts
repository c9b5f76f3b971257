import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  comeIn,
  givePerson,
  isIn,
  lastHalf,
  newCaller,
  oneDatabase,
  rawSignOut,
  signInHouse,
} from './world/signInHouse.ts';

describe('a session', () => {
  const use = oneDatabase();

  test('that is ended is out at once, one or all; another’s is not to be ended', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      await givePerson(db, 'eve@example.org');
      const [one, two, three, eve] = [newCaller(house), newCaller(house), newCaller(house), newCaller(house)];
      for (const caller of [one, two, three]) await comeIn(house, caller, 'ada@example.org');
      await comeIn(house, eve, 'eve@example.org');
      const rows = await db.selectFrom('session').select(['id', 'created_at']).orderBy('created_at').execute();
      await eve.post('/me/sessions/end', { id: rows[1]?.id ?? '' });
      assert.equal(await isIn(two), true);
      await one.post('/me/sessions/end', { id: rows[1]?.id ?? '' });
      assert.deepEqual([await isIn(one), await isIn(two), await isIn(three)], [true, false, true]);
      await one.post('/me/sessions/end-others');
      assert.deepEqual([await isIn(one), await isIn(three), await isIn(eve)], [true, false, true]);
      const gone = await one.post('/sign-out');
      assert.match(gone.setCookies.join(), /plg_session_\d+=; Max-Age=0/);
      assert.equal(await isIn(one), false);
      assert.equal((await db.selectFrom('session').selectAll().execute()).length, 1);
    }));

  test('lasts thirty days after it was used last', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const ada = newCaller(house);
      await comeIn(house, ada, 'ada@example.org');
      const day = 24 * 60 * 60 * 1000;
      const ends = async () =>
        ((await db.selectFrom('session').select('expires_at').executeTakeFirstOrThrow()).expires_at.getTime()
          - Date.now())
        / day;
      assert.ok(Math.abs((await ends()) - 30) < 0.01);
      await db
        .updateTable('session')
        .set({ expires_at: new Date(Date.now() + 3 * day) })
        .execute();
      assert.match((await ada.get('/me/sessions')).setCookies.join(), /Max-Age=2592000/);
      assert.ok(Math.abs((await ends()) - 30) < 0.01);
      await db
        .updateTable('session')
        .set({ expires_at: new Date(Date.now() - 1) })
        .execute();
      assert.equal(await isIn(ada), false);
    }));

  test('is not used by another site’s page, nor under another name', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const ada = newCaller(house);
      await comeIn(house, ada, 'ada@example.org');
      const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const { host } = new URL(house.origin);
      for (const headers of [
        { origin: 'http://evil.example' },
        { origin: 'null' },
        { origin: house.origin, 'sec-fetch-site': 'cross-site' },
        { origin: house.origin, host: 'evil.example' },
        {},
      ]) {
        assert.equal(await rawSignOut(house, { host, cookie, ...headers }), 403, JSON.stringify(headers));
      }
      assert.equal(await isIn(ada), true);
      assert.equal(await rawSignOut(house, { host, cookie, origin: house.origin }), 303);
      assert.equal(await isIn(ada), false);
    }));
});

describe('another mail address', () => {
  const use = oneDatabase();

  test('is proven by a link, told to the old one, and ends all other sessions', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      const person = await givePerson(db, 'ada@example.org');
      const [here, there] = [newCaller(house), newCaller(house)];
      for (const caller of [there, here]) await comeIn(house, caller, 'ada@example.org');
      await here.post('/me/address', { address: 'ada@example.net' });
      const half = lastHalf(house);
      assert.equal(house.links.at(-1)?.address, 'ada@example.net');
      assert.equal((await there.post('/me/address/link', { half })).status, 403);
      assert.equal((await here.get(`/me/address/link?half=${half}`)).status, 200);
      assert.equal((await here.post('/me/address/link', { half })).to, '/me/sessions');
      assert.deepEqual(
        house.notices.map(({ kind, address }) => [kind, address]),
        [
          ['new address asked for', 'ada@example.org'],
          ['address changed', 'ada@example.org'],
        ],
      );
      assert.deepEqual([await isIn(here), await isIn(there)], [true, false]);
      assert.equal(await house.signIn.personAt('ada@example.net'), person);
      assert.equal(await house.signIn.personAt('ada@example.org'), undefined);
    }));

  test('asks one to sign in again first, and another’s address is told from none', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      await givePerson(db, 'eve@example.org');
      const ada = newCaller(house);
      await comeIn(house, ada, 'ada@example.org');
      const taken = await ada.post('/me/address', { address: 'eve@example.org' });
      const free = await ada.post('/me/address', { address: 'ada@example.net' });
      assert.equal(taken.text, free.text);
      assert.deepEqual(
        house.links.map(({ address }) => address),
        ['ada@example.org', 'ada@example.net'],
      );
      house.ahead = 11 * 60 * 1000;
      const late = await ada.post('/me/address', { address: 'ada@example.com' });
      assert.equal(late.to, '/sign-in/again?to=%2Fme%2Faddress');
      assert.equal(house.links.length, 2);
    }));
});
