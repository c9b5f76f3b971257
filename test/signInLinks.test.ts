import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { Kysely } from 'kysely';
import type { Schema } from '../src/edge/db/schema.ts';
import {
  type Caller,
  comeIn,
  givePerson,
  isIn,
  lastHalf,
  newCaller,
  oneDatabase,
  type SignInHouse,
  signInHouse,
} from './world/signInHouse.ts';

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Ada's browser, which asked for a link. */
const asked = async (t: TestContext, db: Kysely<Schema>): Promise<{ house: SignInHouse; ada: Caller }> => {
  const house = await signInHouse(t, db);
  await givePerson(db, 'ada@example.org');
  const ada = newCaller(house);
  await ada.post('/sign-in', { address: 'ada@example.org' });
  return { house, ada };
};

describe('the mailed link', () => {
  const use = oneDatabase();

  test('signs in the browser that asked, once', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const caller = newCaller(house);
      const asked = await caller.post('/sign-in', { address: ' Ada@Example.org', to: '/me/sessions' });
      assert.deepEqual([asked.status, asked.to], [303, '/sign-in/sent']);
      const { url } = house.links[0] ?? assert.fail('no link');
      const opened = await caller.get(url.slice(house.origin.length));
      assert.match(opened.text, /<button class="main" autofocus>Sign in<\/button>/);
      const came = await caller.post('/sign-in/link', { half: lastHalf(house), to: '/me/sessions' });
      assert.deepEqual([came.status, came.to], [303, '/me/sessions']);
      assert.match(
        came.setCookies.join('\n'),
        /plg_session_\d+=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/,
      );
      assert.match((await caller.get('/me/sessions')).text, /Firefox on Linux.*this one/s);
      const half = caller.cookies;
      assert.equal(
        [...half.keys()].some((name) => name.startsWith('plg_half')),
        false,
      );
      await caller.post('/sign-in', { address: 'eve@example.org' }); // gives this browser a half again
      const again = await caller.post('/sign-in/link', { half: lastHalf(house) });
      assert.equal(again.status, 403);
      assert.match(again.text, /no longer good/);
    }));

  test('stolen by another browser it is worth nothing, and stays good for the one that asked', (t) =>
    use(async ({ db }) => {
      const { house, ada } = await asked(t, db);
      const eve = newCaller(house);
      const half = lastHalf(house);
      assert.match((await eve.post('/sign-in/link', { half })).text, /not asked for in this browser/);
      await eve.post('/sign-in', { address: 'eve@example.org' }); // has a half of its own now
      const stolen = await eve.post('/sign-in/link', { half });
      assert.equal(stolen.status, 403);
      assert.equal(await isIn(eve), false);
      assert.equal((await ada.post('/sign-in/link', { half })).status, 303);
      assert.equal(await isIn(ada), true);
    }));

  test('a scanner that opens it, also from the same browser, does not use it up', (t) =>
    use(async ({ db }) => {
      const { house, ada } = await asked(t, db);
      const half = lastHalf(house);
      for (const caller of [newCaller(house, '198.51.100.7'), ada, ada]) await caller.get(`/sign-in/link?half=${half}`);
      assert.equal((await ada.post('/sign-in/link', { half })).status, 303);
    }));

  test('two at the same time: one comes in', (t) =>
    use(async ({ db }) => {
      const { house, ada } = await asked(t, db);
      const half = lastHalf(house);
      const tried = await Promise.all(Array.from({ length: 8 }, () => ada.post('/sign-in/link', { half })));
      assert.equal(tried.filter(({ status }) => status === 303).length, 1);
      assert.equal((await db.selectFrom('session').selectAll().execute()).length, 1);
    }));

  test('after ten minutes it is too old', (t) =>
    use(async ({ db }) => {
      const { house, ada } = await asked(t, db);
      const [row] = await db.selectFrom('sign_in_verification').selectAll().execute();
      const left = (row?.expires_at.getTime() ?? 0) - Date.now();
      assert.ok(left > 590_000 && left <= 600_000, String(left));
      await db
        .updateTable('sign_in_verification')
        .set({ expires_at: new Date(Date.now() - 1) })
        .execute();
      assert.equal((await ada.post('/sign-in/link', { half: lastHalf(house) })).status, 403);
      assert.equal(await isIn(ada), false);
    }));

  test('what is kept of it, and of a session, opens nothing', (t) =>
    use(async ({ db }) => {
      const { house, ada } = await asked(t, db);
      const secrets = [lastHalf(house), ...ada.cookies.values()];
      const links = JSON.stringify(await db.selectFrom('sign_in_verification').selectAll().execute());
      await ada.post('/sign-in/link', { half: lastHalf(house) });
      const session = decodeURIComponent([...ada.cookies].find(([name]) => name.includes('session'))?.[1] ?? '');
      const sessions = JSON.stringify(await db.selectFrom('session').selectAll().execute());
      for (const secret of [...secrets, session.split('.', 1)[0] ?? '']) {
        assert.ok(secret.length >= 32);
        assert.ok(!links.includes(secret) && !sessions.includes(secret));
      }
    }));

  test('a link leads to a page of ours only', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      for (const to of ['//evil.example/', '/\\evil.example', 'https://evil.example', '/%09/evil.example\n']) {
        const caller = newCaller(house);
        await caller.post('/sign-in', { address: 'ada@example.org', to });
        assert.equal(new URL(house.links.at(-1)?.url ?? '').searchParams.get('to'), null);
        assert.equal((await caller.post('/sign-in/link', { half: lastHalf(house), to })).to, '/');
      }
    }));
});

describe('who may sign in', () => {
  const use = oneDatabase();

  test('cannot be told from the answer, nor from its time', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      house.evenMs = 250;
      const tell = async (address: string) => {
        const began = performance.now();
        const told = await newCaller(house).post('/sign-in', { address });
        const headers = [...told.headers].filter(([name]) => !['date', 'set-cookie'].includes(name));
        return { took: performance.now() - began, seen: JSON.stringify([told.status, headers, told.text]) };
      };
      const names = Array.from({ length: 6 }, (_, at) => `p${at}@example.org`);
      for (const name of names) await givePerson(db, name);
      await tell('first@example.net'); // whatever is slow only once
      const times: Record<string, number[]> = { known: [], unknown: [] };
      const seen = new Set<string>();
      for (const name of names) {
        const known = await tell(name);
        const unknown = await tell(name.replace('org', 'net'));
        times['known']?.push(known.took);
        times['unknown']?.push(unknown.took);
        seen.add(known.seen).add(unknown.seen);
      }
      assert.equal(house.links.length, names.length);
      assert.equal(seen.size, 1);
      const apart = Math.abs(median(times['known'] ?? []) - median(times['unknown'] ?? []));
      assert.ok(apart < 25, `${apart} ms apart`);
    }));

  test('is whoever is known, and anybody while a window is open', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      const caller = newCaller(house);
      await caller.post('/sign-in', { address: 'new@example.org' });
      assert.equal(house.links.length, 0);
      house.open = true;
      assert.equal((await comeIn(house, caller, 'New@example.org')).status, 303);
      const people = await db.selectFrom('person').select(['address', 'address_proven']).execute();
      assert.deepEqual(people, [{ address: 'new@example.org', address_proven: true }]);
      assert.equal((await caller.post('/sign-in', { address: 'no address' })).status, 422);
    }));

  test('is not somebody who was erased', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const ada = newCaller(house);
      await comeIn(house, ada, 'ada@example.org');
      await db.updateTable('person').set({ erased_at: new Date() }).execute();
      assert.equal(await isIn(ada), false);
      await ada.post('/sign-in', { address: 'ada@example.org' });
      assert.equal(house.links.length, 1);
    }));

  test('an address is not flooded, a network neither, whoever asks', (t) =>
    use(async ({ db }) => {
      const house = await signInHouse(t, db);
      await givePerson(db, 'ada@example.org');
      const ask = (at: number, address: string) => newCaller(house, `198.51.${at}.7`).post('/sign-in', { address });
      const many = await Promise.all(Array.from({ length: 12 }, (_, at) => ask(at, 'ada@example.org')));
      assert.equal(many.filter(({ status }) => status === 303).length, 5);
      assert.equal(house.links.length, 5);
      const refused = many.find(({ status }) => status === 429);
      assert.match(refused?.text ?? '', /Please wait for 15 minutes/);
      await db.updateTable('sign_in_try').set({ count: 200 }).execute();
      assert.equal((await ask(0, 'somebody@example.org')).status, 429);
      house.ahead = 15 * 60 * 1000 + 1000;
      assert.equal((await ask(0, 'ada@example.org')).status, 303);
    }));
});
