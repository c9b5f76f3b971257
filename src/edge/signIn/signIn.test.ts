import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { givePerson } from '../../../test/world/signInHouse.ts';
import { apiTokenOf, endApiToken, listApiTokens, makeApiToken } from './apiToken.ts';
import { newHalf } from './halves.ts';
import { openSignIn } from './signIn.ts';
import { openDoor } from './tries.ts';

test('a token is shown once, kept as a digest, and good until it runs out, is ended or its person goes', (t) =>
  withDatabase(t, async ({ db }) => {
    let at = Date.parse('2026-11-23T10:00:00Z');
    const parts = { db, newId: randomUUID, now: () => new Date(at) };
    const person = await givePerson(db, 'ada@example.org');
    const holder = { kind: 'person', person } as const;
    const expires = new Date('2026-12-23T10:00:00Z');
    const order = { name: 'laptop', scopes: ['tasks:read', 'tasks:submit'], holder, expires };
    const { token, id } = await makeApiToken(parts, order);
    const second = await makeApiToken(parts, { ...order, name: 'other' });
    assert.match(token, /^plg_[\w-]{43}$/);
    assert.ok(!JSON.stringify(await db.selectFrom('api_token').selectAll().execute()).includes(token.slice(4)));

    const known = async (said: string | null) => (await apiTokenOf(parts, said))?.id;
    assert.equal(await known(`Bearer ${token}`), id);
    assert.deepEqual((await apiTokenOf(parts, `Bearer ${token}`))?.scopes, order.scopes);
    for (const said of [null, '', token, `Basic ${token}`, `Bearer ${token}x`, `Bearer ${token.toLowerCase()}`]) {
      assert.equal(await known(said), undefined, String(said));
    }
    assert.deepEqual((await listApiTokens(parts, person)).map(({ name, used }) => [name, used?.getTime()]).sort(), [
      ['laptop', at],
      ['other', undefined],
    ]);
    assert.equal(await endApiToken(parts, randomUUID(), id), false);
    assert.equal(await endApiToken(parts, person, id), true);
    assert.equal(await known(`Bearer ${token}`), undefined);
    assert.equal(await known(`Bearer ${second.token}`), second.id);
    at = expires.getTime();
    assert.equal(await known(`Bearer ${second.token}`), undefined);
    at = 0;
    await db.updateTable('person').set({ erased_at: new Date() }).execute();
    assert.equal(await known(`Bearer ${second.token}`), undefined);

    const role = { kind: 'role', role: 'organiser', term: 'spring' } as const;
    const machine = await makeApiToken(parts, { ...order, holder: role });
    assert.deepEqual((await apiTokenOf(parts, `Bearer ${machine.token}`))?.holder, role);
  }));

test('of many tries at once exactly as many are taken as may be, and nobody waits for ever', (t) =>
  withDatabase(t, async ({ db }) => {
    const door = openDoor({ db, secret: 'x'.repeat(32), now: () => new Date() });
    const limit = { most: 7, within: 60 };
    const ways = ['ada@example.org', '192.0.2.0/24'].map((whose) => ({ what: 'try', whose, limit }));
    const tried = await Promise.all(
      Array.from({ length: 60 }, (_, at) => door.takeTry(at % 2 === 0 ? ways : ways.toReversed())),
    );
    assert.equal(tried.filter((seconds) => seconds === 0).length, 7);
    assert.ok(tried.every((seconds) => seconds >= 0 && seconds <= 60));
    const rows = await db.selectFrom('sign_in_try').selectAll().execute();
    assert.deepEqual(
      rows.map(({ count }) => count),
      [7, 7],
    );
    assert.doesNotMatch(rows.map(({ key }) => key).join(), /ada@|192\.0/);
  }));

test('over https a session’s cookie is bound to the host, and Secure', (t) =>
  withDatabase(t, async ({ db }) => {
    const parts = { db, secret: 'x'.repeat(32), newId: randomUUID, now: () => new Date() };
    const signIn = await openSignIn({ ...parts, address: 'https://programme.example' });
    const half = newHalf();
    const mailed = await signIn.makeLink('ada@example.org', half);
    const begun = await signIn.useLink(mailed, half, new Headers());
    const [cookie = '', ...more] = begun?.setCookies ?? [];
    assert.match(cookie, /^__Host-plg_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    assert.deepEqual(more, []);
    assert.equal(signIn.cookies.half, '__Host-plg_half');
    const headers = new Headers({ cookie: cookie.split(';', 1)[0] ?? '' });
    assert.equal((await signIn.sessionOf({ headers }))?.person, begun?.person);
    const forged = new Headers({ cookie: (cookie.split(';', 1)[0] ?? '').replace(/=./, '=~') });
    assert.equal(await signIn.sessionOf({ headers: forged }), undefined);
  }));
